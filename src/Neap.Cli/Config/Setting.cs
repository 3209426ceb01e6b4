namespace Neap.Cli;

/// <summary>One thing that can be configured: its names, what it may be, and who may say so.</summary>
public sealed class Setting
{
    private const string Prefix = "NEAP_";

    /// <summary>Its name in files, such as <c>batch_size</c>; dashes count as underscores.</summary>
    public required string Key { get; init; }

    /// <summary>What it is for, as a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>What its text has to be.</summary>
    public SettingKind Kind { get; init; } = SettingKind.Text;

    /// <summary>The smallest number, or the shortest duration in ms; 0 where there is none.</summary>
    public long Least { get; init; }

    /// <summary>The largest number, or the longest duration in ms.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>What holds where nobody says anything; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The option that sets it for one command, such as <c>--batch-size</c>; null where there is none.</summary>
    public string? Option { get; init; }

    /// <summary>What an option without a value says; null where the option takes a value.</summary>
    public string? OptionMeans { get; init; }

    /// <summary>True where a change takes effect in a process that is running.</summary>
    public bool IsLive { get; init; }

    /// <summary>
    /// True where a repository must not say it: it decides where the person's text and keys are sent.
    /// </summary>
    public bool IsPersonal { get; init; }

    /// <summary>True where it is never printed.</summary>
    public bool IsSecret => Kind == SettingKind.Secret;

    /// <summary>Its environment variable; compared without case.</summary>
    public string Variable => Prefix + Key.ToUpperInvariant();

    /// <inheritdoc/>
    public override string ToString() => Key;
}
