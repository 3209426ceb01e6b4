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
        Description = "A file of Cucumber Messages; again for a rerun or a further lane, in this order. Default: messages.ndjson.",
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

    private readonly Option<string?> _commit = new("--commit") { Description = "The tested commit. Default: as the messages say." };

    /// <summary>The features folder, absolute.</summary>
    public string Features(ParseResult parsed) => host.Absolute(parsed.GetValue(_features)!);

    /// <summary>The files of messages, absolute.</summary>
    public IReadOnlyList<string> Messages(ParseResult parsed) => [.. parsed.GetValue(_messages)!.Select(host.Absolute)];

    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[_features, _messages, _requirements, _quarantine, _commit])
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
}
