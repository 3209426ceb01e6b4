using System.CommandLine;
using Specs.Report.Joining;

namespace Specs.Report;

/// <summary><c>specs summary</c>: what a hosted CI shows of a step, in Markdown.</summary>
internal static class SummaryCommand
{
    public static Command Create(SpecsHost host)
    {
        var inputs = new InputOptions(host);
        var command = inputs.AddTo(new("summary", "Write the ledger and what is wrong as Markdown, failures first."));
        command.SetAction(parsed =>
        {
            var documentation = DocumentationReader.Read(inputs.Read(parsed));
            host.Out.WriteLine(documentation.Ledger);
            return documentation.State.IsComplete ? ExitCodes.Open : ExitCodes.Incomplete;
        });
        return command;
    }
}
