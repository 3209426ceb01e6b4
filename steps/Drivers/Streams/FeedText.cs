using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>The lines of a feed as a feature writes them, with samples in round brackets, as bytes.</summary>
public sealed partial class FeedText(RepoDriver repos)
{
    /// <summary>Reads the text of a step: each line ends with a line feed.</summary>
    public byte[] Read(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var bytes = new MemoryStream();
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            Write(bytes, line);
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private void Write(MemoryStream bytes, string line)
    {
        var at = 0;
        foreach (var match in Sample().EnumerateMatches(line))
        {
            bytes.Write(PathText.Bytes(line[at..match.Index]));
            bytes.Write(Bytes(line.Substring(match.Index, match.Length)));
            at = match.Index + match.Length;
        }

        bytes.Write(PathText.Bytes(line[at..]));
    }

    private byte[] Bytes(string sample) => sample switch
    {
        "(NUL)" => [0],
        "(a byte that is not UTF-8)" => [0xE9],
        "(top folder)" => Encoding.UTF8.GetBytes(repos.Current.Folder),
        _ when Named().Match(sample) is { Success: true } named => Quoted(Id(named.Groups[1].Value, named.Groups[2].Value)),
        _ when Generated().Match(sample) is { Success: true } lines => Lines(Number(lines)),
        _ when Spaces().Match(sample) is { Success: true } spaces => [.. Enumerable.Repeat((byte)' ', Number(spaces))],
        _ => ContentSample.Read(sample).Bytes is var bytes && !bytes.AsSpan().SequenceEqual(PathText.Bytes(sample))
            ? Quoted(Encoding.UTF8.GetString(bytes))
            : PathText.Bytes(sample),
    };

    private string Id(string kind, string name)
    {
        var repo = repos.Current;
        return kind switch
        {
            "commit" => repo.Find(name),
            "tree of" => repo.Objects.TreeOf(repo.Find(name)),
            _ => TreeFiles.Read(repo.Objects, repo.Objects.TreeOf(repo.Head!))[name].Id,
        };
    }

    private static byte[] Quoted(string text) => JsonSerializer.SerializeToUtf8Bytes(text);

    private static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, count).Select(
        number => string.Create(
            CultureInfo.InvariantCulture, $$"""{"op":"add","path":"many/{{number:000000}}.txt","content":"text {{number}}"}"""))));

    private static int Number(Match match) =>
        int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\([^()]+\)")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^\((commit|tree of|blob of) ""([^""]*)""\)$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\(([0-9,]+) generated lines\)$")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^\(([0-9,]+) spaces\)$")]
    private static partial Regex Spaces();
}
