using System.Globalization;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>What a setting's text may be.</summary>
internal static class SettingRules
{
    /// <summary>What is wrong with a text, as the end of a sentence; null where nothing is.</summary>
    public static string? WhyNot(Setting setting, string text) => setting.Kind switch
    {
        SettingKind.Number => IsNumber(setting, text) ? null : string.Create(
            CultureInfo.InvariantCulture, $"a whole number from {setting.Least:N0} to {setting.Most:N0} is needed"),
        SettingKind.Switch => TryReadSwitch(text, out _) ? null : "true or false is needed",
        SettingKind.Duration => IsDuration(setting, text) ? null
            : $"a time from {Shown(setting.Least)} to {Shown(setting.Most)} is needed, such as 500ms, 2s or 1m",
        SettingKind.Address => IsAddress(text) ? null : "an address that begins with http:// or https:// is needed",
        SettingKind.Place => StoreScheme.WhyNot(text) ?? WhyNotText(text),
        SettingKind.Folder => StoreScheme.Of(text) is null ? WhyNotText(text) : "a folder is needed, and a server goes into store",
        _ when setting == Catalogue.Embedder => IsEmbedder(text) ? null : "known are hash, hash:DIMENSIONS, http, http:MODEL",
        _ => WhyNotText(text),
    };

    /// <summary>Reads true, false and what means the same.</summary>
    public static bool TryReadSwitch(string text, out bool on)
    {
        on = IsAny(text, "true", "yes", "on", "1");
        return on || IsAny(text, "false", "no", "off", "0");
    }

    /// <summary>Reads a time with a unit; a bare number counts seconds.</summary>
    public static bool TryReadDuration(string text, out TimeSpan time)
    {
        var (digits, unitMs) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.OrdinalIgnoreCase) => (text[..^2], 1),
            _ when text.EndsWith('s') || text.EndsWith('S') => (text[..^1], 1_000),
            _ when text.EndsWith('m') || text.EndsWith('M') => (text[..^1], 60_000),
            _ when text.EndsWith('h') || text.EndsWith('H') => (text[..^1], 3_600_000),
            _ => (text, 1_000),
        };
        var isNumber = uint.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        time = TimeSpan.FromMilliseconds((double)number * unitMs);
        return isNumber;
    }

    private static string? WhyNotText(string text) => text.Contains('\0') ? "a text without zero characters is needed" : null;

    private static bool IsNumber(Setting setting, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= setting.Least && number <= setting.Most;

    private static bool IsDuration(Setting setting, string text) =>
        TryReadDuration(text, out var time)
        && time.TotalMilliseconds >= setting.Least && time.TotalMilliseconds <= setting.Most;

    private static bool IsAddress(string text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(text, UriKind.Absolute, out _);

    private static bool IsEmbedder(string text) => text.Split(':')[0].Trim() is "hash" or "http";

    private static string Shown(long milliseconds) => milliseconds switch
    {
        0 => "0",
        _ when milliseconds % 3_600_000 == 0 => $"{milliseconds / 3_600_000}h",
        _ when milliseconds % 1000 == 0 => $"{milliseconds / 1000}s",
        _ => $"{milliseconds}ms",
    };

    private static bool IsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
