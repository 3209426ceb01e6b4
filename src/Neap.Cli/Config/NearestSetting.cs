using Neap.Core;

namespace Neap.Cli;

/// <summary>Which setting somebody may have meant.</summary>
internal static class NearestSetting
{
    private const int LettersToName = 3;

    /// <summary>The key of the setting whose key or option comes nearest; null where none comes near.</summary>
    public static string? Of(string wanted)
    {
        var name = wanted.Replace('-', '_');
        return name.Length < LettersToName
            ? null
            : NearNames.Of(name, Catalogue.Entries.SelectMany(Spellings)) is [var nearest, ..]
                ? Catalogue.Entries.First(setting => Spellings(setting).Contains(nearest)).Key
                : null;
    }

    private static IEnumerable<string> Spellings(Setting setting) =>
        setting.Option is { } option ? [setting.Key, option.TrimStart('-').Replace('-', '_')] : [setting.Key];
}
