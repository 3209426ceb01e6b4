namespace Drivers;

/// <summary>Runs a command, as a process where its output goes to somebody who does not take all of it.</summary>
public sealed class PipeDriver(CliDriver cli, NeapCommand neap)
{
    /// <summary>Runs a command line into a reader.</summary>
    /// <param name="commandLine">What is typed.</param>
    /// <param name="reader">Nothing where all of it is read; <c> and reads one line of it</c>, <c> and reads none of it</c>, or
    /// <c> into a full disk</c>.</param>
    public async Task TypeAsync(string commandLine, string reader)
    {
        if (string.IsNullOrEmpty(reader))
        {
            await cli.TypeAsync(commandLine);
            return;
        }

        var script = reader switch
        {
            " and reads one line of it" => "\"$@\" | head -n 1; exit ${PIPESTATUS[0]}",
            " and reads none of it" => "\"$@\" | true; exit ${PIPESTATUS[0]}",
            _ => "\"$@\" > /dev/full",
        };
        (neap.AsProcess, neap.Wrapper) = (true, ["bash", "-c", script, "bash"]);
        await cli.TypeAsync(commandLine);
        neap.Wrapper = [];
    }
}
