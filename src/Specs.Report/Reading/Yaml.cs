using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specs.Report.Reading;

/// <summary>Settings files; an unknown key is an error, because a misspelt limit would limit nothing.</summary>
internal static class Yaml
{
    /// <summary>The top of a file; null where the file is empty.</summary>
    /// <exception cref="SpecsException">The file is missing or is no YAML.</exception>
    public static YamlNode? Load(string path)
    {
        if (!File.Exists(path))
        {
            throw SpecsException.Input($"There is no file {path}.");
        }

        try
        {
            using var text = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException wrong)
        {
            throw SpecsException.WrongUse($"{path} line {wrong.Start.Line} is not YAML: {wrong.Message}", wrong);
        }
    }

    /// <summary>The rows of a list; a file that is empty has none.</summary>
    public static IReadOnlyList<YamlRow> Rows(string path) => Load(path) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => RowOf(path, item))],
        var other => throw Wrong(path, other, "should be a list"),
    };

    /// <summary>A named part of the wanted form.</summary>
    public static T Part<T>(YamlMappingNode node, string name, string path)
        where T : YamlNode => node.Children.TryGetValue(name, out var part) && part is T wanted
            ? wanted
            : throw SpecsException.WrongUse($"{path} line {node.Start.Line} lacks \"{name}\", or it has another form.");

    /// <summary>A named list of words.</summary>
    public static IReadOnlyList<string> Words(YamlMappingNode node, string name, string path) =>
        [.. Part<YamlSequenceNode>(node, name, path).Select(word => ((YamlScalarNode)word).Value!)];

    private static YamlRow RowOf(string path, YamlNode item)
    {
        if (item is not YamlMappingNode mapping)
        {
            throw Wrong(path, item, "should be a row of names and values");
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping)
        {
            if (key is not YamlScalarNode { Value: { } name } || value is not YamlScalarNode scalar)
            {
                throw Wrong(path, value, "should be one value");
            }

            cells.Add(name, scalar.Value ?? "");
        }

        return new(path, (int)item.Start.Line, cells);
    }

    private static SpecsException Wrong(string path, YamlNode node, string message) =>
        SpecsException.WrongUse($"{path} line {node.Start.Line} {message}.");
}

/// <summary>Names with values, and where they stand.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Cells">The values by name.</param>
internal sealed record YamlRow(string Path, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A value; empty where it is absent.</summary>
    public string this[string name] => Cells.GetValueOrDefault(name) ?? "";

    /// <summary>Refuses every name that is not among these.</summary>
    public YamlRow Knowing(params string[] names)
    {
        var unknown = Cells.Keys.Except(names, StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? this
            : throw Wrong($"knows no \"{unknown[0]}\"; it knows {string.Join(", ", names)}");
    }

    /// <summary>A value that has to be there.</summary>
    public string Required(string name) => this[name] is { Length: > 0 } value
        ? value
        : throw Wrong($"lacks \"{name}\"");

    /// <summary>A day as <c>2026-11-30</c>; null where it is absent.</summary>
    public DateOnly? Day(string name)
    {
        if (this[name].Length == 0)
        {
            return null;
        }

        return DateOnly.TryParseExact(this[name], "yyyy-MM-dd", out var day)
            ? day
            : throw Wrong($"has a \"{name}\" that is no day such as 2026-11-30: {this[name]}");
    }

    public SpecsException Wrong(string message) => SpecsException.WrongUse($"{Path} line {Line} {message}.");
}
