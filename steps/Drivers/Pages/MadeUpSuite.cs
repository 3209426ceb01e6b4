using System.Globalization;
using Specs.Drawings;

namespace Drivers;

/// <summary>Suites that are made up for a page: many scenarios with a drawing each, or hostile text in every place.</summary>
public sealed class MadeUpSuite(SpecsSuite suite)
{
    private const int PerFeature = 10;
    private const int PerFolder = 10;
    private static readonly string[] Words = ["basket", "coupon", "invoice", "return", "delivery", "payment", "voucher", "address", "stock", "gift"];
    private List<FixtureExample> _examples = [];

    /// <summary>What is in it.</summary>
    public IReadOnlyList<FixtureExample> Examples => _examples;

    /// <summary>Makes the suite, or makes it anew.</summary>
    /// <param name="kind"><c>with hostile text in every place</c>, <c>of 1,000 scenarios with a drawing each</c>, or, after one
    /// of these, <c>was reordered and scenarios were added</c>.</param>
    public void Make(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        switch (kind.Split(' '))
        {
            case ["of", var count, ..]:
                MakeLarge(int.Parse(count, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
                break;
            case ["with", ..]:
                MakeHostile();
                break;
            default:
                Reorder();
                break;
        }
    }

    /// <summary>A suite of so many scenarios; every one has a commit graph and a delta, some fail, are flaky or skipped.</summary>
    private void MakeLarge(int scenarios) => Write([.. Enumerable.Range(0, scenarios).Select(Large)]);

    /// <summary>A suite whose names, tags, steps, tables, texts, logs, paths, commit messages and attachments are all hostile.</summary>
    private void MakeHostile() => Write(
    [
        .. HostileTexts.Lines.Select((text, number) => Hostile(number, text, text)),
        .. HostileTexts.Broken.Select((text, number) => Hostile(HostileTexts.Lines.Count + number, $"broken {number}", text)),
    ]);

    /// <summary>The same suite in another order, with scenarios and features that are new.</summary>
    private void Reorder()
    {
        var more = _examples.Take(5).Select(example => example with { Name = $"Before: {example.Name}" });
        var others = _examples.Take(5).Select(example => example with { Feature = $"Another {example.Feature}", Folder = "a-new-folder" });
        Write([.. others, .. more.Concat(_examples).Reverse()]);
    }

    private static FixtureExample Large(int number)
    {
        var feature = number / PerFeature;
        var word = Words[feature % Words.Length];
        var name = $"A {Words[number % Words.Length]} in case {number + 1} keeps its promise";
        return new FixtureExample($"Relying on the {word} of shop {feature + 1}", name)
        {
            Folder = $"area-{(feature / PerFolder) + 1}",
            Rule = number % PerFeature < PerFeature / 2 ? $"What is promised for a {word} holds" : $"What goes wrong with a {word} is said",
            Tags = [$"@E-{(number % 90) + 10}", .. number % 25 == 0 ? (string[])["@slow"] : []],
            Result = (number % 50) switch { 7 => "failed", 17 => "flaky", 27 => "skipped", _ => "passed" },
            Message = (number % 50) switch { 7 => $"The receipt shows 11 lines instead of 13.\nmissing: line {number}", 17 => "The printer was busy.", 27 => "no printer here; plug one in", _ => "" },
            Table = [["ITEM", "PRICE"], [word, number.ToString(CultureInfo.InvariantCulture)], ["tea", "3"]],
            Files = Evidence(number, word),
        };
    }

    private static List<FixtureFile> Evidence(int number, string word)
    {
        var commits = Enumerable.Range(0, 5).Select(at => new PictureCommit
        {
            Id = $"c{at}",
            Message = $"{word} {number + at}",
            Lane = at is 2 or 3 ? 1 : 0,
            Parents = at switch { 0 => [], 2 => ["c0"], 4 => ["c1", "c3"], _ => [$"c{at - 1}"] },
            IsNew = at > 1,
        });
        var picture = new RepositoryPicture { Repository = "shop", Lanes = ["main", "discount"], Commits = [.. commits], Before = "c1", Now = "c4" };
        var delta = new IndexPicture
        {
            Changes = [new IndexLine { Change = "added", Path = $"src/{word}-{number}.cs", After = 3, Embedded = "yes" }, new IndexLine { Change = "removed", Path = $"src/old-{number}.cs", Before = 2 }],
            Untouched = number,
            Embedded = 3,
        };
        return
        [
            new("shop.repo.json", RepositoryPicture.MediaType, PictureJson.Write(picture)),
            new("shop.repo.svg", "image/svg+xml", System.Text.Encoding.UTF8.GetBytes(CommitGraph.Draw(picture, Frame.Image))),
            new("entries.index.json", IndexPicture.MediaType, PictureJson.Write(delta)),
        ];
    }

    private static FixtureExample Hostile(int number, string line, string said) => new($"Feature {number} {line}", $"Scenario {number} {line}")
    {
        Folder = $"area {number}",
        Rule = $"Rule {number} {line}",
        Tags = [$"@{string.Concat(line.Where(c => !char.IsWhiteSpace(c) && c != '@' && c != '#'))}"],
        Event = $"event {number} {line}",
        DocString = line,
        Table = [[$"HEAD {line}"], [line]],
        Result = number % 2 == 0 ? "failed" : "passed",
        Message = said,
        Files =
        [
            FixtureFile.Log(said),
            new(said, "text/plain", System.Text.Encoding.UTF8.GetBytes(said)),
            new("page.html", "text/html", System.Text.Encoding.UTF8.GetBytes(said)),
            new("picture.svg", "image/svg+xml", System.Text.Encoding.UTF8.GetBytes(HostileTexts.Drawing)),
            new("shop.repo.json", RepositoryPicture.MediaType, PictureJson.Write(HostilePicture(said))),
            new("entries.index.json", IndexPicture.MediaType, PictureJson.Write(new IndexPicture { Changes = [new IndexLine { Change = said, Path = said, OldPath = said, Embedded = said }] })),
            new("story.timeline.json", TimelinePicture.MediaType, PictureJson.Write(HostileStory(said))),
        ],
    };

    private static RepositoryPicture HostilePicture(string text) => new()
    {
        Repository = text,
        Lanes = [text],
        Commits = [new PictureCommit { Id = text, Message = text }],
        Names = [new PictureName { Name = text, Commit = text }],
    };

    private static TimelinePicture HostileStory(string text) => new()
    {
        Length = 10,
        Strips = [new TimelineStrip { Name = text, Spans = [new TimelineSpan { To = 10, Text = text }], Marks = [new TimelineMark { Text = text }] }],
        Curves = [new TimelineCurve { Name = text, Points = [[0, 1]] }],
    };

    private void Write(List<FixtureExample> examples)
    {
        _examples = examples;
        var features = Path.Combine(suite.Folder, "features");
        if (Directory.Exists(features))
        {
            Directory.Delete(features, recursive: true);
        }

        var all = examples.GroupBy(example => (example.Folder, example.Feature)).Select(group => new FixtureFeature([.. group])).ToList();
        all.ForEach(feature => suite.WriteFile(Path.Combine("features", feature.Path), feature.Text));
        suite.WriteFile("messages.ndjson", FixtureMessages.Of(all));
    }
}
