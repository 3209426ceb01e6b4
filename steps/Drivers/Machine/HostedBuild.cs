using System.Diagnostics;

namespace Drivers;

/// <summary>What the hosted build would run, worked out from its workflow; its commands are looked at, not run.</summary>
public sealed class HostedBuild
{
    private readonly WorkflowFile _workflow = new();
    private IReadOnlyList<string> _commands = [];

    /// <summary>Something happens that may start the build.</summary>
    /// <param name="what"><c>a push to the branch "main"</c>, <c>a pull request</c> or <c>nightfall</c>.</param>
    public void Happen(string what)
    {
        var (name, branch) = what switch
        {
            "nightfall" => ("schedule", ""),
            "a pull request" => ("pull_request", ""),
            _ when what.StartsWith("a push to ", StringComparison.Ordinal) => ("push", what.Split('"')[1]),
            _ => throw new SpecException($"Nothing like {what} starts a hosted build."),
        };
        _commands = [.. _workflow.JobsAt(name, branch).SelectMany(_workflow.CommandsOf)];
    }

    /// <summary>Among what it then runs are these commands of the project; each is a program that may be run and is no nonsense.</summary>
    public void ShouldRun(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var here = RepositoryRoot.Find();
        var own = _commands.Where(command => File.Exists(Path.Combine(here, command.Split(' ')[0]))).ToList();
        expected.ShouldBeExactly("The hosted build runs", own.Select(command => new Dictionary<string, string>
        {
            ["COMMAND"] = command,
            ["SOUND"] = IsSound(here, command.Split(' ')[0]) ? "yes" : "no",
        }));
    }

    private static bool IsSound(string folder, string script)
    {
        var mayRun = OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(folder, script)).HasFlag(UnixFileMode.UserExecute);
        using var check = Process.Start(new ProcessStartInfo("bash", ["-n", script]) { WorkingDirectory = folder })!;
        check.WaitForExit();
        return mayRun && check.ExitCode == 0;
    }
}
