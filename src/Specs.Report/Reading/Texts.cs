namespace Specs.Report.Reading;

/// <summary>Text as people wrote it.</summary>
internal static class Texts
{
    /// <summary>Removes the indent that all lines share, and blank lines at both ends.</summary>
    public static string Dedent(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : "")).Trim('\n');
    }

    /// <summary>The first line that says something, cut at <paramref name="longest"/> characters.</summary>
    public static string FirstLine(string text, int longest = 300)
    {
        var line = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
        return line.Length <= longest ? line : $"{line[..longest]}…";
    }
}
