namespace Neap.Cli;

/// <summary>What may be shown of a value: no secret, and nothing secret inside an address.</summary>
internal static class Redaction
{
    private const string Hidden = "***";

    /// <summary>The value for eyes; null where there is none.</summary>
    public static string? Shown(SettingValue value) => value switch
    {
        { Text: null } => null,
        { IsFile: true } => $"{Hidden} (in {value.Text})",
        { Setting.IsSecret: true } => Hidden,
        { Setting.Kind: SettingKind.Address or SettingKind.Place } => Address(value.Text),
        _ => value.Text,
    };

    /// <summary>An address without user, password, query and fragment; other text as it is.</summary>
    public static string Address(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return text;
        }

        // A password may hold the signs that end a host, so its end is the last @ there is.
        var start = scheme + 3;
        var user = text.LastIndexOf('@');
        if (user >= start)
        {
            return $"{text[..start]}{Hidden}@{WithoutQuery(text[(user + 1)..])}";
        }

        return text[..start] + WithoutQuery(text[start..]);
    }

    private static string WithoutQuery(string address)
    {
        var query = address.IndexOfAny(['?', '#']);
        return query < 0 ? address : $"{address[..query]}?{Hidden}";
    }
}
