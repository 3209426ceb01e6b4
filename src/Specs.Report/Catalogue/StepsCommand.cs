using System.CommandLine;
using Specs.Report.Lint;

namespace Specs.Report.Catalogue;

/// <summary><c>specs steps</c>: writes the catalogue of steps, so that words are reused.</summary>
internal static class StepsCommand
{
    public static Command Create(SpecsHost host)
    {
        var inputs = new LintOptions();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write. Default: to the terminal.",
        };
        var command = inputs.AddTo(new("steps", "Write the catalogue of steps, with where each is used."));
        command.Add(output);
        command.SetAction(parsed =>
        {
            var subject = inputs.Read(host, parsed);
            if (subject.Matches is not { } matches || subject.Bindings.Count == 0)
            {
                throw SpecsException.WrongUse("The catalogue is made of --messages of a whole run and of --bindings.");
            }

            var text = StepCatalogue.Write(subject.Bindings, matches.Uses);
            if (parsed.GetValue(output) is { } file)
            {
                File.WriteAllText(host.Absolute(file), text);
                return ExitCodes.Open;
            }

            host.Out.Write(text);
            return ExitCodes.Open;
        });
        return command;
    }
}
