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

        var start = scheme + 3;
        var end = text.IndexOfAny(['/', '?', '#'], start);
        var authority = end < 0 ? text[start..] : text[start..end];
        var path = end < 0 ? "" : text[end..];
        var query = path.IndexOfAny(['?', '#']);
        var user = authority.LastIndexOf('@');
        return text[..start] + (user < 0 ? authority : $"{Hidden}@{authority[(user + 1)..]}")
            + (query < 0 ? path : $"{path[..query]}?{Hidden}");
    }
}
