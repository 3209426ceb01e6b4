using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Joining;

/// <summary>Finds for every specified example what was executed of it, and keeps what fits nothing.</summary>
internal sealed class Joiner
{
    private readonly Dictionary<string, List<Example>> _byPath;
    private readonly Dictionary<string, List<Attempt>> _attempts = new(StringComparer.Ordinal);
    private readonly List<string> _strays = [];

    public Joiner(Suite suite) => _byPath = suite.Examples
        .GroupBy(example => example.Path, StringComparer.Ordinal)
        .ToDictionary(examples => examples.Key, examples => examples.ToList(), StringComparer.Ordinal);

    /// <summary>Examples that ran and are not specified as they ran.</summary>
    public IReadOnlyList<string> Strays => _strays;

    public void Add(MessageLog log)
    {
        foreach (var (pickle, attempts) in log.Executions)
        {
            if (Find(pickle) is not { } example)
            {
                _strays.Add($"{pickle.Uri}:{pickle.Line} {pickle.Name}");
            }
            else if (_attempts.TryGetValue(example.Anchor, out var known))
            {
                known.AddRange(attempts);
            }
            else
            {
                _attempts[example.Anchor] = [.. attempts];
            }
        }
    }

    public IReadOnlyList<Attempt> AttemptsAt(Example example) => _attempts.GetValueOrDefault(example.Anchor) ?? [];

    /// <summary>The same words at the same place, or else the same words at one place of the file only.</summary>
    private Example? Find(Pickle pickle)
    {
        var same = Candidates(pickle.Uri).Where(example => IsSame(example, pickle)).ToList();
        return same.Find(example => example.Line == pickle.Line) ?? (same.Count == 1 ? same[0] : null);
    }

    /// <summary>A runner names a file from a folder of its own choice; the longest path that fits is meant.</summary>
    private List<Example> Candidates(string uri)
    {
        for (var rest = uri; ; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (_byPath.TryGetValue(rest, out var examples))
            {
                return examples;
            }

            if (!rest.Contains('/', StringComparison.Ordinal))
            {
                return [];
            }
        }
    }

    /// <summary>An example whose steps were changed since is another example, and has not run.</summary>
    private static bool IsSame(Example example, Pickle pickle) =>
        example.Name == pickle.Name && example.Steps.Count == pickle.Steps.Count
        && example.Steps.Zip(pickle.Steps).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(Step step, PickleStep ran) =>
        step.Text == ran.Text && step.DocString?.Content == ran.DocString && TableOf(step) == ran.Table;

    private static string? TableOf(Step step) => step.Table is { } table
        ? string.Join('\u0002', table.Select(row => string.Join('\u0001', row)))
        : null;
}
