namespace Neap.Cli;

/// <summary>What a setting is, and who says so.</summary>
public sealed class SettingValue
{
    internal SettingValue(Setting setting, string? text, Source source) => (Setting, Text, Source) = (setting, text, source);

    /// <summary>The setting.</summary>
    public Setting Setting { get; }

    /// <summary>Its text, checked; paths are absolute; null where nobody says anything.</summary>
    public string? Text { get; }

    /// <summary>Who says so.</summary>
    public Source Source { get; }

    /// <summary>True where the text is the file that holds a secret, not the secret.</summary>
    public bool IsFile { get; init; }
}
