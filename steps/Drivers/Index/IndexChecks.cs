using System.Globalization;

namespace Drivers;

/// <summary>Compares what the index and the last event are with what a table says.</summary>
public sealed class IndexChecks(SyncDriver sync, RepoDriver repos, IndexDriver index)
{
    private KnownTexts _texts = new([]);

    /// <summary>The event changed exactly these files.</summary>
    public async Task ShouldHaveChangedAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var rows = (await sync.DeltaAsync()).Select(Row).ToList();
        expected.ShouldBeExactly("The index changed", rows);
    }

    /// <summary>The event changed nothing.</summary>
    public async Task ShouldNotHaveChangedAsync()
    {
        var none = new TextTable(["CHANGE", "FILE"], []);
        none.ShouldBeExactly("The index should not change, and it did", (await sync.DeltaAsync()).Select(Row));
    }

    /// <summary>The index shows exactly these files.</summary>
    public async Task ShouldHoldAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var state = await sync.StateAsync();
        var text = expected.Headers.ToList().IndexOf("TEXT");
        var many = expected.Headers.ToList().IndexOf("CHUNKS");
        var meant = expected with
        {
            Rows = [.. expected.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => i == text ? SampleText(cell) : cell)])],
        };
        _texts = new KnownTexts(text < 0 ? [] : expected.Rows.Select(row => row[text]));
        var isMany = many >= 0 && expected.Rows.Any(row => row[many] == "(more than 1)");
        meant.ShouldBeExactly("The index holds files", state.Files.Values.Select(file => Row(file, isMany)));
    }

    /// <summary>The last run left exactly these files out on purpose.</summary>
    public void ShouldHaveSkipped(TextTable expected) => expected.ShouldBeExactly(
        "The sync skips files",
        Changes("skipped").Select(change => new Dictionary<string, string>
        {
            ["FILE"] = change.Change.Text("path"),
            ["REASON"] = change.Change.Text("reason"),
            ["REPOSITORY"] = change.Repository,
        }));

    /// <summary>The last run could not index exactly these files.</summary>
    public void ShouldHaveFailed(TextTable expected) => expected.ShouldBeExactly(
        "Files failed",
        sync.Last.Failures.Select(failure => new Dictionary<string, string>
        {
            ["FILE"] = failure.Text("path"),
            ["LINE"] = failure.Text("line"),
            ["CATEGORY"] = failure.Text("category"),
            ["ATTEMPTS"] = failure.Text("attempts"),
        }));

    /// <summary>The last run's report has these lines.</summary>
    public void ShouldReport(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var rows = expected.Read("ITEM", "VALUE").Select(row => new Dictionary<string, string>
        {
            ["ITEM"] = row["ITEM"],
            ["VALUE"] = sync.Last.Item(row["ITEM"], repos.MessageOf),
        });
        expected.ShouldBeExactly("The run report is", rows.ToList());
    }

    /// <summary>The event embedded this many texts.</summary>
    public void ShouldHaveEmbedded(int texts)
    {
        var embedded = sync.Runs.Sum(run => run.Sum("texts_embedded"));
        embedded.Should().Be(texts, "that is how many texts the event embeds");
    }

    /// <summary>No entry has the id of another, and no chunk of a file is there twice.</summary>
    public async Task ShouldHoldNothingTwiceAsync()
    {
        var entries = (await sync.StateAsync()).Entries;
        var twice = entries.GroupBy(entry => entry.Id).Concat(
                entries.GroupBy(entry => $"{entry.Slot} {entry.Path} {entry.Chunk}"))
            .Where(group => group.Count() > 1).Select(group => PathText.Show(group.First().Path)).Distinct();
        twice.Should().BeEmpty("nothing is indexed twice");
    }

    /// <summary>The first answers to a question are these, in any order.</summary>
    public async Task ShouldFindAsync(string question, TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var hits = (await index.SearchAsync(question)).Take(expected.Rows.Count).Select(hit => new Dictionary<string, string>
        {
            ["FILE"] = hit.Text("path"),
            ["REPOSITORY"] = hit.Text("repository"),
            ["LINES"] = $"{hit.Text("first_line")}-{hit.Text("last_line")}",
        });
        expected.ShouldBeExactly($"A search for \"{question}\" finds files", hits.ToList());
    }

    /// <summary>No answer to a question comes from a file.</summary>
    public async Task ShouldNotFindAsync(string question, string path)
    {
        var found = (await index.SearchAsync(question)).Select(hit => hit.Text("path"));
        found.Should().NotContain(PathText.Read(path), "a search for \"{0}\" does not find {1}", question, path);
    }

    private IEnumerable<(string Repository, System.Text.Json.JsonElement Change)> Changes(string kind) =>
        sync.Last.Changes.Where(change => change.Change.Text("change") == kind);

    private static string SampleText(string cell) =>
        OracleText.Read(ContentSample.Read(cell).Bytes)?.Text ?? throw new SpecException($"{cell} is no text.");

    private Dictionary<string, string> Row(IndexChange change) => new(Row(change.File, isMany: false))
    {
        ["CHANGE"] = change.Kind,
        ["OLD FILE"] = change.OldPath,
        ["EMBEDDED"] = Embedded(change),
        ["CHUNKS"] = change.Kind == "removed" ? "" : Number(change.File.Entries.Count),
        ["TIER"] = change.Kind == "removed" ? "" : change.File.Entries[0].Tier,
    };

    private Dictionary<string, string> Row(IndexedFile file, bool isMany)
    {
        var first = file.Entries[0];
        return new Dictionary<string, string>
        {
            ["FILE"] = file.Path,
            ["COMMIT"] = repos.MessageOf(first.Commit),
            ["TIER"] = first.Tier,
            ["CHUNKS"] = isMany && file.Entries.Count > 1 ? "(more than 1)" : Number(file.Entries.Count),
            ["LATER CHUNKS BEGIN WITH"] = LaterBeginnings(file),
            ["SIZE"] = Number(first.Size),
            ["LANGUAGE"] = first.Language,
            ["ENCODING"] = first.Encoding,
            ["TEXT"] = _texts.Of(file),
            ["REPOSITORY"] = file.Slot.Repository,
            ["COLLECTION"] = file.Slot.Collection,
            ["REF"] = file.Slot.Ref,
        };
    }

    /// <summary>The first words of all chunks but the first, each once.</summary>
    private static string LaterBeginnings(IndexedFile file)
    {
        var later = file.Entries.OrderBy(entry => entry.Chunk).Skip(1);
        return string.Join(", ", later.Select(entry => entry.Text.TrimStart().Split(' ', '\n')[0]).Distinct());
    }

    /// <summary>Whether the run says that it embedded the file; a change that no run mentions is an error of the product.</summary>
    private string Embedded(IndexChange change)
    {
        var said = sync.Runs.SelectMany(run => run.Changes)
            .Where(c => c.Repository == change.File.Slot.Repository && c.Change.Text("path") == change.File.Path)
            .Select(c => c.Change).ToList();
        return said.Count == 0
            ? "not reported"
            : said.Exists(c => c.Text("embedded") == "true") ? "yes" : "no";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
