using System.CommandLine;
using System.Text;
using System.Xml.Linq;
using Specs.Report.Evidence;
using Specs.Report.Gate;
using Specs.Report.Model;

namespace Specs.Report.Exports;

/// <summary>
/// Commands that write a run in the words of other tools. They judge nothing but whether the run is complete.
/// </summary>
internal static class ExportCommands
{
    /// <summary>What a host shows at most of one step is 1,024 KiB; above that it shows nothing.</summary>
    private const int SummaryKibibytes = 1000;

    public static Command Junit(SpecsHost host) => Xml(host, "junit", "Write the run as JUnit XML.", JunitXml.Of);

    public static Command Trx(SpecsHost host) =>
        Xml(host, "trx", "Write the run as Visual Studio test results (TRX).", TrxXml.Of);

    public static Command Summary(SpecsHost host)
    {
        var inputs = new InputOptions(host);
        var gate = new GateOption(host, inputs);
        var most = new Option<int>("--max-kib")
        {
            Description = $"The most to write, in KiB, 1 to {SummaryKibibytes}; a comment of a pull request holds 60.",
            DefaultValueFactory = _ => SummaryKibibytes,
        };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SummaryKibibytes)
            {
                result.AddError($"--max-kib is 1 to {SummaryKibibytes}.");
            }
        });
        var command = new Command("summary", "Write the gate, the ledger and what is wrong as Markdown, failures first.");
        command.Add(most);
        return Create(host, gate.AddTo(command), parsed =>
        {
            var findings = FindingsReader.Read(inputs.Read(parsed), host.Today);
            var text = new SummaryText(parsed.GetValue(most) * 1024).Of(findings,
                gate.JudgeWherePossible(parsed, findings));
            return (text, findings.Documentation);
        });
    }

    private static Command Xml(SpecsHost host, string name, string description, Func<Documentation, XDocument> render)
    {
        var inputs = new InputOptions(host);
        return Create(host, inputs.AddTo(new(name, description)), parsed =>
        {
            var documentation = FindingsReader.Read(inputs.Read(parsed), host.Today).Documentation;
            return ($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{render(documentation)}\n", documentation);
        });
    }

    private static Command Create(
        SpecsHost host, Command command, Func<ParseResult, (string Text, Documentation Of)> render)
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write. Default: standard output.",
        };
        command.Add(output);
        command.SetAction(parsed =>
        {
            var (text, documentation) = render(parsed);
            if (parsed.GetValue(output) is { } file)
            {
                var path = host.Absolute(file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text, new UTF8Encoding(false));
            }
            else
            {
                host.Out.Write(text);
            }

            return documentation.State.IsComplete ? ExitCodes.Open : ExitCodes.Incomplete;
        });
        return command;
    }
}
