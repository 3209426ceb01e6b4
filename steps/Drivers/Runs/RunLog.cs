namespace Drivers;

/// <summary>Every command that a scenario ran, and whether its outcome was meant.</summary>
public sealed class RunLog(RunTimeline timeline)
{
    private readonly List<CommandResult> _commands = [];

    /// <summary>What happened when.</summary>
    public RunTimeline Timeline => timeline;

    /// <summary>The command that ran last.</summary>
    public CommandResult Last => _commands.Count > 0 ? _commands[^1] : throw new SpecException("No command has run yet.");

    /// <summary>All of them, in the order in which they ended.</summary>
    public IReadOnlyList<CommandResult> All => _commands;

    /// <summary>Notes a command.</summary>
    public CommandResult Note(CommandResult command)
    {
        _commands.Add(command);
        return command;
    }

    /// <summary>A command that failed without a step that says so is a failure of the scenario.</summary>
    public void ShouldBeDocumented()
    {
        var surprises = _commands.Where(command => command is { ExitCode: not 0, IsDocumented: false }).Select(command => command.ToString());
        surprises.Should().BeEmpty("a command fails only where a step says that it should");
    }
}
