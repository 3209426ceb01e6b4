using System.Diagnostics;
using System.Text;
using Drivers;
using Neap.Changes;
using Neap.Content;
using Neap.Core;

namespace Properties;

/// <summary>Whatever somebody writes as a path, a pattern or a reference, nothing outside is touched and nothing breaks.</summary>
public sealed class PathFuzz : IDisposable
{
    private const string Secret = "outside";
    private readonly Workspace _workspace = new();

    [Fact]
    public void Any_text_is_a_path_inside_or_none()
    {
        var hostile = new HostileBytes(Effort.Seed + 2);
        for (var tries = Effort.Of(byDay: 50_000, byNight: 2_000_000); tries > 0; tries--)
        {
            var text = hostile.Text();
            if (RepoPath.TryParse(text, out var path))
            {
                Paths.ShouldStayInside(path, Encoding.Unicode.GetBytes(text));
                (RepoPath.TryParse(path.ToString(), out var again) && again == path).Should().BeTrue("{0} reads back", path);
            }
        }
    }

    [Fact]
    public void Any_bytes_read_back_as_text()
    {
        var random = new Random(Effort.Seed + 3);
        for (var tries = Effort.Of(byDay: 20_000, byNight: 500_000); tries > 0; tries--)
        {
            var bytes = new byte[random.Next(20)];
            random.NextBytes(bytes);
            SurrogateEscape.Encode(SurrogateEscape.Decode(bytes)).Should().Equal(bytes);
        }
    }

    [Fact]
    public void Any_text_is_a_pattern_or_none_and_is_quick()
    {
        var hostile = new HostileBytes(Effort.Seed + 4);
        RepoPath.TryParse("src/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b.py", out var path).Should().BeTrue();
        var watch = Stopwatch.StartNew();
        var tries = Effort.Of(byDay: 20_000, byNight: 500_000);
        for (var left = tries; left > 0; left--)
        {
            _ = Glob.TryParse(hostile.Text(), out var glob) && glob.Accepts(path);
        }

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromMilliseconds(tries), "{0} patterns are read and asked", tries);
    }

    [Fact]
    public async Task Any_reference_stays_in_the_working_tree()
    {
        var top = Path.Combine(_workspace.Root, "repo");
        var git = new GitCommand(_workspace);
        git.Run(_workspace.Root, "init", "--quiet", top);
        File.WriteAllText(Path.Combine(_workspace.Root, "secret.txt"), Secret);
        File.WriteAllText(Path.Combine(top, "a"), "inside");
        File.CreateSymbolicLink(Path.Combine(top, "b"), Path.Combine(_workspace.Root, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(top, "c"), _workspace.Root);
        await using var repository = await GitRepository.OpenAsync(top, new GitOptions(), CancellationToken.None);
        var hostile = new HostileBytes(Effort.Seed + 5);
        string[] bent = ["b", "c/secret.txt", "../secret.txt", $"{top}/../secret.txt", ".git/config", "a/../../secret.txt"];
        for (var tries = Effort.Of(byDay: 5_000, byNight: 200_000); tries > 0; tries--)
        {
            var file = tries <= bent.Length ? bent[tries - 1] : hostile.Text();
            if (repository.ReadWorkFile(file, 1_000) is WorkFile.Content content)
            {
                Encoding.UTF8.GetString(content.Bytes.Span).Should().Be("inside");
            }
        }
    }

    public void Dispose() => _workspace.Dispose();
}
