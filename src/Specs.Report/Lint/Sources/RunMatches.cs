using System.Text.Json;

namespace Specs.Report.Lint.Sources;

/// <summary>How the steps of a run met the definitions, from its messages.</summary>
internal sealed class RunMatches
{
    private readonly Dictionary<string, (string File, int Line)> places = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Source)> definitions = [];
    private readonly Dictionary<string, (string Text, (string File, int Line) Place)> steps =
        new(StringComparer.Ordinal);
    private readonly List<(string Step, IReadOnlyList<string> Definitions)> matches = [];
    private readonly HashSet<string> pickles = new(StringComparer.Ordinal);

    private RunMatches()
    {
    }

    /// <summary>Steps that no definition takes.</summary>
    public IEnumerable<Spot> Undefined => Steps(found => found == 0, "has no definition");

    /// <summary>Steps that several definitions take.</summary>
    public IEnumerable<Spot> Ambiguous => Steps(found => found > 1, "has several definitions");

    /// <summary>The expressions of the suite, with how many steps of the feature files use each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(string File, int Line)>> Uses => definitions
        .GroupBy(definition => definition.Source, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            same => UsesOf([.. same.Select(definition => definition.Id)]),
            StringComparer.Ordinal);

    /// <summary>Reads the messages of a whole run.</summary>
    /// <param name="file">The message file.</param>
    /// <param name="nameOf">Turns the path of a feature in the messages into the name that findings use.</param>
    /// <exception cref="SpecsException">The file cannot be read, or tells of a part of the suite only.</exception>
    public static RunMatches Read(string file, Func<string, string> nameOf)
    {
        if (!File.Exists(file))
        {
            throw SpecsException.Input($"There are no messages {file}; run the suite, or name them with --messages.");
        }

        var found = new RunMatches();
        try
        {
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
            {
                using var message = JsonDocument.Parse(line);
                found.Note(message.RootElement, nameOf);
            }
        }
        catch (JsonException wrong)
        {
            throw SpecsException.Input($"{file} is not a file of Cucumber Messages: {wrong.Message}", wrong);
        }

        return found.pickles.Count == 0
            ? found
            : throw new SpecsException(
                ExitCodes.Incomplete,
                $"{file} tells nothing of {found.pickles.Count} examples; run the whole suite for its messages.");
    }

    /// <summary>Definitions that no step uses.</summary>
    public IEnumerable<Spot> Unused(IReadOnlyList<BindingText> bindings) =>
        from use in Uses
        where use.Value.Count == 0
        let source = bindings.FirstOrDefault(binding => binding.Expression == use.Key)
        select new Spot(source?.File ?? "bindings", source?.Line ?? 1, $"'{use.Key}' is never used.");

    private IReadOnlyList<(string File, int Line)> UsesOf(HashSet<string> ids) =>
    [
        .. matches.Where(match => match.Definitions.Any(ids.Contains))
            .Select(match => steps[match.Step].Place)
            .Distinct()
            .Order(),
    ];

    private IEnumerable<Spot> Steps(Func<int, bool> isWrong, string problem) => matches
        .Where(match => isWrong(match.Definitions.Count))
        .Select(match => steps[match.Step])
        .DistinctBy(step => step.Place)
        .Select(step => new Spot(step.Place.File, step.Place.Line, $"'{step.Text}' {problem}."));

    private void Note(JsonElement message, Func<string, string> nameOf)
    {
        foreach (var kind in message.EnumerateObject())
        {
            switch (kind.Name)
            {
                case "gherkinDocument":
                    NotePlaces(kind.Value, nameOf(kind.Value.GetProperty("uri").GetString()!));
                    break;
                case "pickle":
                    NotePickle(kind.Value);
                    break;
                case "stepDefinition":
                    var source = kind.Value.GetProperty("pattern").GetProperty("source").GetString()!;
                    definitions.Add((kind.Value.GetProperty("id").GetString()!, source));
                    break;
                case "testCase":
                    NoteCase(kind.Value);
                    break;
            }
        }
    }

    private void NotePlaces(JsonElement node, string file)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                NotePlaces(item, file);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("id", out var id) && node.TryGetProperty("location", out var location))
            {
                places[id.GetString()!] = (file, location.GetProperty("line").GetInt32());
            }

            foreach (var member in node.EnumerateObject())
            {
                NotePlaces(member.Value, file);
            }
        }
    }

    private void NotePickle(JsonElement pickle)
    {
        pickles.Add(pickle.GetProperty("id").GetString()!);
        foreach (var step in pickle.GetProperty("steps").EnumerateArray())
        {
            var node = step.GetProperty("astNodeIds")[0].GetString()!;
            steps[step.GetProperty("id").GetString()!] = (step.GetProperty("text").GetString()!, places[node]);
        }
    }

    private void NoteCase(JsonElement testCase)
    {
        pickles.Remove(testCase.GetProperty("pickleId").GetString()!);
        foreach (var step in testCase.GetProperty("testSteps").EnumerateArray())
        {
            if (step.TryGetProperty("pickleStepId", out var id))
            {
                var found = step.GetProperty("stepDefinitionIds").EnumerateArray().Select(one => one.GetString()!);
                matches.Add((id.GetString()!, [.. found]));
            }
        }
    }
}
