using System.CommandLine;
using Specs.Report.Joining;

namespace Specs.Report;

/// <summary>The options by which every command finds what it reads.</summary>
internal sealed class InputOptions(SpecsHost host)
{
    private readonly Option<string> _features = new("--features")
    {
        Description = "The folder of feature files.",
        DefaultValueFactory = _ => "features",
    };

    private readonly Option<string[]> _messages = new("--messages", "-m")
    {
        Description = "A file of Cucumber Messages; again for a rerun or a further lane. Default: messages.ndjson.",
        DefaultValueFactory = _ => ["messages.ndjson"],
    };

    private readonly Option<string?> _requirements = new("--requirements")
    {
        Description = "The requirements file. Default: requirements.yml in the features folder, where there is one.",
    };

    private readonly Option<string?> _quarantine = new("--quarantine")
    {
        Description = "The quarantine file. Default: quarantine.yml in the features folder, where there is one.",
    };

    private readonly Option<string?> _commit = new("--commit")
    {
        Description = "The tested commit. Default: as the messages say.",
    };

    private readonly Option<string?> _history = new("--history")
    {
        Description = "The history of runs, a line of JSON each; it need not exist yet.",
    };

    private readonly Option<string[]> _metrics = new("--metrics")
    {
        Description = "A file of measured figures; may be given again. Scenarios can attach theirs as well.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _coverage = new("--coverage")
    {
        Description = "A Cobertura file: the lines of the product that the suite passed through; again for a further lane.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _caught = new("--caught")
    {
        Description = "The last result of planting faults. Default: caught.json in the features folder, if it is there.",
    };

    private readonly Option<string?> _mutants = new("--mutants")
    {
        Description = "The last result of changes made by rule. Default: mutants.json in the features folder, if it is there.",
    };

    private readonly Option<string?> _lint = new("--lint") { Description = "A linter's result in SARIF." };

    private readonly Option<string?> _base = new("--base")
    {
        Description = "The commit that the features are compared with.",
    };

    /// <summary>The features folder, absolute.</summary>
    public string Features(ParseResult parsed) => host.Absolute(parsed.GetValue(_features)!);

    /// <summary>The files of messages, absolute.</summary>
    public IReadOnlyList<string> Messages(ParseResult parsed) => [.. parsed.GetValue(_messages)!.Select(host.Absolute)];

    public Command AddTo(Command command)
    {
        Option[] options =
        [
            _features, _messages, _requirements, _quarantine, _commit, _history, _metrics, _coverage, _caught, _mutants, _lint,
            _base,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }

    public Inputs Read(ParseResult parsed) => new()
    {
        Features = Features(parsed),
        Messages = Messages(parsed),
        Requirements = Beside(parsed, _requirements, "requirements.yml"),
        Quarantine = Beside(parsed, _quarantine, "quarantine.yml"),
        Commit = parsed.GetValue(_commit),
        History = Absolute(parsed.GetValue(_history)),
        Metrics = [.. parsed.GetValue(_metrics)!.Select(host.Absolute)],
        Coverage = [.. parsed.GetValue(_coverage)!.Select(host.Absolute)],
        Caught = Beside(parsed, _caught, "caught.json"),
        Mutants = Beside(parsed, _mutants, "mutants.json"),
        Lint = Absolute(parsed.GetValue(_lint)),
        Base = parsed.GetValue(_base),
    };

    /// <summary>A file that is named has to be there; one that is not named may be there.</summary>
    public string? Beside(ParseResult parsed, Option<string?> option, string name)
    {
        if (parsed.GetValue(option) is { } named)
        {
            return host.Absolute(named);
        }

        var usual = Path.Combine(Features(parsed), name);
        return File.Exists(usual) ? usual : null;
    }

    private string? Absolute(string? path) => path is null ? null : host.Absolute(path);
}
