using System.Globalization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Every setting with its value, for one command in one folder.</summary>
public sealed class Settings
{
    private readonly SettingValue[] _values;

    internal Settings()
    {
        _values = new SettingValue[Catalogue.Entries.Length];
        for (var i = 0; i < _values.Length; i++)
        {
            var setting = Catalogue.Entries[i];
            _values[i] = new SettingValue(setting, setting.Default, Source.Nobody);
        }
    }

    private Settings(Settings other) => _values = [.. other._values];

    /// <summary>The values, in the order of the catalogue.</summary>
    public IReadOnlyList<SettingValue> Values => _values;

    /// <summary>
    /// What the repository's file says under <c>services</c>: one JSON value in UTF-8; empty where it says nothing.
    /// </summary>
    public ReadOnlyMemory<byte> Services { get; internal set; }

    /// <summary>The repository's file, absolute; null where there is none.</summary>
    public string? RepositoryFile { get; internal set; }

    /// <summary>The person's file, absolute; null where there is none.</summary>
    public string? UserFile { get; internal set; }

    /// <summary>A setting's value and origin.</summary>
    public SettingValue this[Setting setting] => _values[Array.IndexOf(Catalogue.Entries, setting)];

    /// <summary>A text; null where nobody says anything.</summary>
    public string? Text(Setting setting) => this[setting].Text;

    /// <summary>A number; null where nobody says anything.</summary>
    public long? Number(Setting setting) =>
        Text(setting) is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>A switch.</summary>
    public bool IsOn(Setting setting) => Text(setting) is { } text && SettingRules.TryReadSwitch(text, out var on) && on;

    /// <summary>A duration; null where nobody says anything.</summary>
    public TimeSpan? Duration(Setting setting) =>
        Text(setting) is { } text && SettingRules.TryReadDuration(text, out var time) ? time : null;

    /// <summary>Up to which size content travels, and how.</summary>
    internal TierLimits Tiers => new(
        Number(Catalogue.TierPlainBytes)!.Value, Number(Catalogue.TierBase64Bytes)!.Value, Number(Catalogue.MaxFileBytes)!.Value);

    internal void Set(SettingValue value) => _values[Array.IndexOf(Catalogue.Entries, value.Setting)] = value;

    /// <summary>These settings with other values.</summary>
    internal Settings With(IEnumerable<SettingValue> changes)
    {
        var copy = new Settings(this) { Services = Services, RepositoryFile = RepositoryFile, UserFile = UserFile };
        foreach (var change in changes)
        {
            copy.Set(change);
        }

        return copy;
    }
}
