using System.CommandLine;
using Specs.Report.Lint.Fixing;

namespace Specs.Report.Lint;

/// <summary><c>specs lint</c>: holds features and bindings to the rules of the suite.</summary>
internal static class LintCommand
{
    public static Command Create(SpecsHost host)
    {
        var options = new LintOptions();
        var command = options.AddTo(
            new("lint", "Hold features and bindings to the rules of the suite; any finding closes."));
        command.Add(options.Sarif);
        command.Add(options.Fix);
        command.SetAction(parsed =>
        {
            var subject = options.Read(host, parsed);
            if (parsed.GetValue(options.Fix))
            {
                host.Out.WriteLine($"{Fixer.Fix(subject, host.Absolute)} files mended");
                subject = options.Read(host, parsed);
            }

            return Run(host, subject, parsed.GetValue(options.Sarif));
        });
        return command;
    }

    private static int Run(SpecsHost host, LintSubject subject, string? sarif)
    {
        var findings = LintRules.Find(subject);
        if (sarif is not null)
        {
            File.WriteAllText(host.Absolute(sarif), Sarif.Write(findings));
        }

        foreach (var finding in findings)
        {
            host.Out.WriteLine(finding);
        }

        host.Out.WriteLine(
            $"{findings.Count} findings in {subject.Features.Count} features and {subject.Bindings.Count} definitions"
                + (subject.Matches is null ? "; undefined, ambiguous and unused steps need --messages" : ""));
        return findings.Count == 0 ? ExitCodes.Open : ExitCodes.Closed;
    }
}
