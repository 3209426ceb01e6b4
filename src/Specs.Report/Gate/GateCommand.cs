using System.CommandLine;
using Specs.Report.Evidence;

namespace Specs.Report.Gate;

/// <summary><c>specs gate</c>: is this run good enough, by the rules of the gate file.</summary>
internal static class GateCommand
{
    public static Command Create(SpecsHost host)
    {
        var inputs = new InputOptions(host);
        var gate = new GateOption(host, inputs);
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var remember = new Option<bool>("--remember")
        {
            Description = "Add the run to the history, whatever the answer; an incomplete run is not added.",
        };
        var command = gate.AddTo(new("gate",
            "Judge a run by the gate file: exit code 0 open, 1 closed, 4 incomplete."));
        command.Add(json);
        command.Add(remember);
        command.SetAction(parsed =>
        {
            var read = inputs.Read(parsed);
            var findings = FindingsReader.Read(read, host.Today);
            var verdict = gate.Judge(parsed, findings);
            if (parsed.GetValue(json))
            {
                host.Out.WriteLine(GateJson.Of(verdict, findings.Documentation));
            }
            else
            {
                GateTable.Write(host.Out, verdict, findings.Documentation.Ledger);
            }

            if (parsed.GetValue(remember) && verdict.IsComplete)
            {
                var history = read.History ?? throw SpecsException.WrongUse(
                    "--remember needs --history, the file to add the run to.");
                HistoryFile.Append(history, findings, verdict.IsOpen);
            }

            return verdict.ExitCode;
        });
        return command;
    }
}
