using System.CommandLine;
using System.Text;
using Specs.Report.Evidence;
using Specs.Report.Gate;

namespace Specs.Report.Page;

/// <summary><c>specs report</c>: the living documentation as one file.</summary>
internal static class ReportCommand
{
    public static Command Create(SpecsHost host)
    {
        var inputs = new InputOptions(host);
        var gate = new GateOption(host, inputs);
        var output = new Option<string>("--output", "-o") { Description = "The page to write.", DefaultValueFactory = _ => "report.html" };
        var title = new Option<string>("--title") { Description = "The title of the page.", DefaultValueFactory = _ => "Specifications" };
        var glossary = new Option<string?>("--glossary") { Description = "The glossary. Default: GLOSSARY.md in the features folder, where there is one." };
        var command = gate.AddTo(new("report", "Write the living documentation: one page, complete without script, without a request to any host."));
        command.Add(output);
        command.Add(title);
        command.Add(glossary);
        command.SetAction(parsed =>
        {
            var findings = FindingsReader.Read(inputs.Read(parsed), host.Today);
            var words = inputs.Beside(parsed, glossary, "GLOSSARY.md");
            var content = new PageContent(findings, gate.JudgeWherePossible(parsed, findings))
            {
                Title = parsed.GetValue(title)!,
                Glossary = words is null ? Glossary.None : Glossary.Read(Read(words)),
                FeaturesFolder = Path.GetFileName(inputs.Features(parsed).TrimEnd('/')),
                Changed = findings.Difference?.Changes.Select(change => change.Anchor).Where(anchor => anchor.Length > 0).ToHashSet() ?? [],
            };
            var target = host.Absolute(parsed.GetValue(output)!);
            Save(target, PageWriter.Write(content));
            host.Out.WriteLine($"{parsed.GetValue(output)}: {findings.Documentation.Ledger}");
            return findings.Documentation.State.IsComplete ? ExitCodes.Open : ExitCodes.Incomplete;
        });
        return command;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw SpecsException.Input($"The glossary {path} cannot be read: {unreadable.Message}");
        }
    }

    private static void Save(string path, string page)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw SpecsException.WrongUse($"The page cannot be written to {path}: {refused.Message}");
        }
    }
}
