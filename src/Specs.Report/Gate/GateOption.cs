using System.CommandLine;
using Specs.Report.Model;

namespace Specs.Report.Gate;

/// <summary>The option that names the gate file.</summary>
internal sealed class GateOption(SpecsHost host, InputOptions inputs)
{
    private readonly Option<string?> _gate = new("--gate")
    {
        Description = "The gate file. Default: gate.yml in the features folder.",
    };

    public Command AddTo(Command command)
    {
        command.Add(_gate);
        return inputs.AddTo(command);
    }

    /// <summary>Judges by the gate file, which has to be there.</summary>
    public GateVerdict Judge(ParseResult parsed, Findings findings) => GateFile.Judge(Path(parsed), findings);

    /// <summary>Judges by the gate file where there is one; null otherwise.</summary>
    public GateVerdict? JudgeWherePossible(ParseResult parsed, Findings findings) =>
        parsed.GetValue(_gate) is not null || File.Exists(Path(parsed)) ? Judge(parsed, findings) : null;

    private string Path(ParseResult parsed) => parsed.GetValue(_gate) is { } named
        ? host.Absolute(named)
        : System.IO.Path.Combine(inputs.Features(parsed), "gate.yml");
}
