namespace Neap.Cli;

/// <summary>What <c>neap config show --json</c> prints.</summary>
internal sealed record ConfigurationDocument(
    IReadOnlyList<SettingDocument> Settings, string? RepositoryFile, string? UserFile);

internal sealed record SettingDocument
{
    public required string Key { get; init; }

    /// <summary>Nothing secret.</summary>
    public required string? Value { get; init; }

    public required string Origin { get; init; }

    /// <summary>The option, the variable or the file; null for the default.</summary>
    public required string? From { get; init; }

    public required string? Default { get; init; }

    public required string Variable { get; init; }

    /// <summary>True where a change takes effect in a process that is running.</summary>
    public required bool Live { get; init; }

    public required string Help { get; init; }

    public static SettingDocument Of(SettingValue value, string? shown) => new()
    {
        Key = value.Setting.Key,
        Value = shown,
        Origin = Core.Names.Of(value.Source.Origin),
        From = value.Source.Name.Length > 0 ? value.Source.Name : null,
        Default = value.Setting.Default,
        Variable = value.Setting.Variable,
        Live = value.Setting.IsLive,
        Help = value.Setting.Help,
    };
}

/// <summary>What <c>neap config check --json</c> prints.</summary>
internal sealed record SoundnessDocument(
    bool Ok, IReadOnlyList<SettingProblemDocument> Problems, string? RepositoryFile, string? UserFile);

internal sealed record SettingProblemDocument(string? Key, string Origin, string From, string What);
