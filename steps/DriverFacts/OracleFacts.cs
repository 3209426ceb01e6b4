using System.Security.Cryptography;
using System.Text;
using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>An oracle that never objects proves nothing: every kind of wrong export has to be caught.</summary>
public sealed class OracleFacts : IDisposable
{
    private const string Text = "price list\nwith two lines\n";
    private readonly Workspace _workspace = new();
    private readonly RepoDriver _repos;
    private readonly IndexOracle _oracle;

    public OracleFacts()
    {
        var git = new GitCommand(_workspace);
        _repos = new RepoDriver(_workspace, git);
        _oracle = new IndexOracle(new PathOracle(_workspace, git));
        _repos.Create("shop");
        _repos.Commit(new TextTable(["MESSAGE", "CHANGE", "FILE", "CONTENT"], [["start", "add", "a.txt", Text]]));
    }

    public static TheoryData<string> Mistakes => new("none", "text", "hash", "blob", "offset", "line", "tier", "twice", "ghost", "lost");

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_export_is_caught(string mistake)
    {
        var repo = _repos.Current;
        var tree = repo.Objects.TreeOf(repo.NeedTip("main"));
        var right = Entry(TreeFiles.Read(repo.Objects, tree)["a.txt"].Id);
        List<IndexEntry> entries = mistake switch
        {
            "text" => [right with { Text = "other text" }],
            "hash" => [right with { Sha256 = new string('0', 64) }],
            "blob" => [right with { Blob = new string('0', 40) }],
            "offset" => [right with { Offset = 1 }],
            "line" => [right with { LastLine = 3 }],
            "tier" => [right with { Tier = "base64" }],
            "twice" => [right, right],
            "ghost" => [right, right with { Path = "ghost.txt", Id = "other" }],
            "lost" => [],
            _ => [right],
        };
        var differences = _oracle.Differences(
            new OracleSource(repo.Objects, null), tree, new OracleRules(false), [.. new IndexState(entries).Files.Values]);
        (differences.Count == 0).Should().Be(mistake == "none", "the differences are {0}", string.Join("; ", differences));
    }

    [Fact]
    public void A_file_whose_content_has_a_new_path_moved()
    {
        var before = Entry("b1");
        var delta = IndexDelta.Between(new IndexState([before]), new IndexState([before with { Path = "b.txt", Id = "new" }]));
        var change = delta.Should().ContainSingle().Which;
        (change.Kind, change.OldPath).Should().Be(("moved", "a.txt"));
    }

    public void Dispose()
    {
        _repos.Dispose();
        _workspace.Dispose();
    }

    private static IndexEntry Entry(string blob) => new(new IndexSlot("default", "shop", "HEAD"), "id", "c", "a.txt", blob)
    {
        Length = Text.Length,
        FirstLine = 1,
        LastLine = 2,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
        Encoding = "utf8",
        Size = Text.Length,
        Tier = "plain",
        Text = Text,
    };
}
