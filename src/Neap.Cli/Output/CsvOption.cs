using System.CommandLine;

namespace Neap.Cli;

/// <summary>The option of commands that show a <see cref="CsvTable{T}"/>.</summary>
internal static class CsvOption
{
    public const string Name = "--csv";

    /// <summary>Adds it to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">Options that ask for something else than the table.</param>
    public static void AddTo(Command command, params Option[] others)
    {
        var csv = new Option<bool>(Name) { Description = "Print the table as CSV, with a row of names." };
        command.Add(csv);
        command.Validators.Add(result =>
        {
            foreach (var other in others.Where(other => result.GetValue(csv) && result.GetResult(other) is { Implicit: false }))
            {
                result.AddError($"--csv prints a table, and {other.Name} asks for something else; name one of them.");
            }

            if (result.GetValue(csv) && result.GetValue<bool>("--json"))
            {
                result.AddError("--csv and --json are two forms of the same; name one of them.");
            }
        });
    }
}
