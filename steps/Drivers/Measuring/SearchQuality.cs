namespace Drivers;

/// <summary>Asks questions whose answers are known, and says how good the answers are.</summary>
/// <remarks>
/// MRR: the mean of 1 over the rank of the first right file among ten. Recall: the share of the right files among the
/// first ten. A file's rank is that of its best part.
/// </remarks>
public sealed class SearchQuality(NeapCommand neap, Workspace workspace, Measurements measurements)
{
    private const int Depth = 10;
    private const string HitsLooked = "60";

    /// <summary>Asks every question in every way and notes <c>MRR</c> and <c>recall</c> of each way.</summary>
    public async Task AskAsync(IReadOnlyList<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        foreach (var way in (string[])["words", "vectors", "hybrid"])
        {
            var (first, found) = (0.0, 0.0);
            foreach (var question in questions)
            {
                var files = await FilesAsync(way, question.Text);
                var rank = files.ToList().FindIndex(question.Files.Contains);
                first += rank < 0 ? 0 : 1.0 / (rank + 1);
                found += (double)files.Count(question.Files.Contains) / Math.Min(question.Files.Count, Depth);
            }

            measurements.Note("MRR", way, first / questions.Count);
            measurements.Note("recall", way, found / questions.Count);
        }
    }

    private async Task<IReadOnlyList<string>> FilesAsync(string way, string text)
    {
        var result = await neap.RunInsideAsync(
            workspace.Root, "index", "search", "--by", way, "--limit", HitsLooked, "--json", "--store", workspace.Store, "--", text);
        result.ExitCode.Should().Be(0, "the search works: {0}", result);
        return [.. result.Json().Items("hits").Select(hit => hit.Text("path")).Distinct().Take(Depth)];
    }
}

/// <summary>A question and the files that answer it.</summary>
public sealed record Question(string Text, IReadOnlySet<string> Files);
