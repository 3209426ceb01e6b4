using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The door to all settings: a command asks here, and starts nothing where one of them is wrong.</summary>
internal static class Configuration
{
    /// <summary>The settings of a command.</summary>
    /// <param name="host">Where variables and folders come from.</param>
    /// <param name="parsed">The command line; null for none.</param>
    /// <param name="folder">The folder whose repository counts; null for the working folder.</param>
    /// <exception cref="NeapException">Something is wrong; all of it is listed.</exception>
    public static Settings Read(CommandHost host, ParseResult? parsed, string? folder = null)
    {
        var reader = new SettingsReader(host);
        var settings = reader.Read(parsed, folder is null ? host.WorkingFolder : host.Absolute(folder));
        return reader.Problems.Count == 0 ? settings : throw Wrong(reader.Problems);
    }

    /// <summary>The settings as far as they can be used, with all that is wrong.</summary>
    public static (Settings Settings, IReadOnlyList<SettingProblem> Problems) Look(CommandHost host, ParseResult? parsed, string folder)
    {
        var reader = new SettingsReader(host);
        var settings = reader.Read(parsed, folder);
        return (settings, reader.Problems);
    }

    /// <summary>A problem as one sentence.</summary>
    public static string Sentence(SettingProblem problem) => problem switch
    {
        { Key: "" } => $"{problem.Source.Name}: {problem.What}",
        { Source.Origin: Origin.Option or Origin.Environment } => $"{problem.Source.Name} {problem.What}",
        _ => $"{problem.Source.Name}: {problem.Key} {problem.What}",
    };

    private static NeapException Wrong(IReadOnlyList<SettingProblem> problems)
    {
        var sentences = new string[problems.Count];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = Sentence(problems[i]);
        }

        return new NeapException(
            FailureKind.Usage,
            sentences.Length == 1 ? sentences[0] : $"{sentences.Length} settings cannot be used.",
            "Nothing was done. Correct the settings; `neap config check` says whether all is well.")
        {
            Details = sentences.Length == 1 ? [] : sentences,
        };
    }
}
