using System.CommandLine;

namespace Neap.Cli;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static IEnumerable<Option> All() =>
    [
        Flag("--json", "Print JSON: one document; where entries or changes are printed, one a line."),
        Flag("--plain", "No colour, no progress bar."),
        Flag("--no-color", "No colour. The variable NO_COLOR does the same."),
        Flag("--quiet", "Print what was asked for and errors, and nothing else.", "-q"),
        Flag("--debug", "Print where an error came from."),
        Flag("--verbose", "Print every file.", "-v"),
    ];

    private static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Recursive = true };
}
