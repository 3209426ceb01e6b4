using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;

namespace Drivers;

/// <summary>Files that a command wrote into the repository's folder; <c>(date and time)</c> stands for when that was.</summary>
public sealed partial class WrittenFiles(RepoDriver repos)
{
    private const string Then = "(date and time)";

    /// <summary>A folder of the repository holds exactly these files, and each contains a text.</summary>
    public void ShouldBeIn(string folder, TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var texts = expected.Read("FILE", "SHOWS").ToDictionary(row => row["FILE"], row => row["SHOWS"]);
        var files = new DirectoryInfo(Path.Combine(repos.Current.Folder, folder)).GetFiles();
        expected.ShouldBeExactly($"The folder {folder} holds", files.Select(file =>
        {
            var name = Stamp().Replace(file.Name, Then);
            var text = texts.GetValueOrDefault(name, "");
            return new Dictionary<string, string>
            {
                ["FILE"] = name,
                ["SHOWS"] = File.ReadAllText(file.FullName).Contains(text, StringComparison.Ordinal) ? text : "something else",
            };
        }));
    }

    /// <summary>A file <c>holds</c> these lines and no others, <c>shows</c> all of them, or <c>does not show</c> any.</summary>
    public void ShouldHave(string file, string how, string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (text, wanted) = (Stamp().Replace(TextOf(file), Then), lines.ReplaceLineEndings("\n").Split('\n'));
        switch (how)
        {
            case "holds":
                text.TrimEnd('\n').Split('\n').Should().Equal(wanted, "{0} holds these lines:\n{1}", file, text);
                break;
            case "shows":
                text.Should().ContainAll(wanted);
                break;
            default:
                text.Should().NotContainAny(wanted);
                break;
        }
    }

    /// <summary>A file has exactly these, in this order.</summary>
    /// <param name="what"><c>rows</c> of comma-separated values, or <c>bars</c> of charts.</param>
    /// <param name="file">The file.</param>
    /// <param name="expected">A table that has every column of the first line, or CHART | BAR | HEIGHT.</param>
    public void ShouldConsistOf(string what, string file, TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var text = TextOf(file);
        var actual = what == "rows" ? Rows(text) : [.. DrawnBars.In(text)];
        actual.Should().OnlyContain(row => row.Keys.SequenceEqual(expected.Headers), "{0} has columns of its own: {1}", file, text);
        expected.ShouldBeExactly($"{file} has {what}", actual);
        actual.Select(row => PathText.Show(row.Values.First())).Should().Equal(
            expected.Rows.Select(row => PathText.Show(PathText.Read(row[0]))), "the {0} of {1} have an order", what, file);
    }

    /// <summary>Read as spreadsheets read it, by somebody else's reader; every row ends as RFC 4180 says.</summary>
    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        var lines = new List<string[]>();
        while (parser.ReadFields() is { } cells)
        {
            lines.Add(cells);
        }

        text.Split("\r\n").Should().HaveCount(lines.Count + 1, "each of the {0} lines ends with CR LF: {1}", lines.Count, text);
        var names = lines[0].Select(name => name.Replace('_', ' ').ToUpperInvariant()).ToArray();
        return [.. lines.Skip(1).Select(cells => names.Zip(cells).ToDictionary(pair => pair.First, pair => Readable(pair.Second)))];
    }

    /// <summary>A time is told as the minute of its day, which is what differs between runs.</summary>
    private static string Readable(string cell) =>
        DateTimeOffset.TryParseExact(cell, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? string.Create(CultureInfo.InvariantCulture, $"minute {time.TimeOfDay.TotalMinutes}")
            : cell;

    private string TextOf(string file)
    {
        var path = Path.Combine(repos.Current.Folder, file);
        var found = Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path).Replace(Then, "*", StringComparison.Ordinal));
        return File.ReadAllText(found.Should().ContainSingle("there is one file {0}", file).Subject);
    }

    [GeneratedRegex("[0-9]{8}_[0-9]{6}|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}Z")]
    private static partial Regex Stamp();
}
