using System.Text;
using System.Text.Json;
using Drivers;

namespace Properties;

/// <summary>Lines in are lines accounted for, whatever they hold and whoever dies meanwhile.</summary>
public sealed class StreamProperties
{
    [Fact]
    public async Task Any_bytes_on_standard_input_are_accounted_for_line_by_line()
    {
        using var world = new World();
        world.Commit(new CommitRow("main", "", "start", "add", "src/cart.py") { Content = "full cart" });
        var hostile = new HostileBytes(Effort.Seed + 6);
        for (var tries = Effort.Of(byDay: 40, byNight: 2_000); tries > 0; tries--)
        {
            var bytes = hostile.Next();
            var (exitCode, json) = await world.FeedAsync(bytes);
            var ends = bytes.Count(value => value == '\n') + (bytes.Length > 0 && bytes[^1] != '\n' ? 1 : 0);
            exitCode.Should().BeInRange(0, 1, "any bytes may come in; {0} became {1}", Convert.ToHexString(bytes), json);
            Accounted(json).Should().Be(ends, "every line is accounted for; {0} became {1}", Convert.ToHexString(bytes), json);
        }

        IndexIntegrity.Complaints(world.Workspace.Store).Should().Be(0);
        IndexIntegrity.Miscounts(world.Workspace.Store).Should().Be(0);
    }

    [Fact]
    public async Task Two_processes_of_which_one_dies_leave_the_ledger_intact()
    {
        var random = new Random(Effort.Seed + 7);
        using var world = new World();
        world.Commit(new CommitRow("main", "", "start", "add", "src/cart.py") { Content = "full cart" });
        for (var tries = Effort.Of(byDay: 2, byNight: 60); tries > 0; tries--)
        {
            var lines = Lines(tries, 400);
            using var dying = world.Start(lines, "index", "sync", "--stdin", "--collection", "one", "--batch-size", "20");
            using var living = world.Start(lines, "index", "sync", "--stdin", "--collection", "two", "--batch-size", "20", "--json");
            await KillSoonAsync(dying, world.Workspace.Store, random.Next(400));
            var end = await living.EndAsync();
            end.ExitCode.Should().Be(0, "nobody killed it; it said {0}", end);
            end.Json().GetProperty("lines").GetProperty("done").GetInt64().Should().Be(400);
            IndexIntegrity.Complaints(world.Workspace.Store).Should().Be(0);
            using var again = world.Start(lines, "index", "sync", "--stdin", "--collection", "one", "--json");
            var resumed = (await again.EndAsync()).Json().GetProperty("lines");
            (resumed.GetProperty("total").GetInt64(), resumed.GetProperty("done").GetInt64()).Should().Be((400, 400));
            IndexIntegrity.Miscounts(world.Workspace.Store).Should().Be(0);
        }
    }

    /// <summary>Kills a process when the ledger has noted some lines, or when it ended by itself.</summary>
    private static async Task KillSoonAsync(NeapProcess process, string store, int lines)
    {
        while (process.IsRunning && IndexIntegrity.NotedLines(store) < lines)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        process.Kill();
        await process.EndAsync();
    }

    private static byte[] Lines(int round, int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, count)
        .Select(number => $"{{\"path\":\"f{number}.txt\",\"content\":\"round {round} text {number}\"}}\n")));

    private static long Accounted(JsonElement json)
    {
        var runs = json.TryGetProperty("runs", out var several) ? several.EnumerateArray() : new[] { json }.AsEnumerable();
        return runs.Sum(run => run.GetProperty("lines") is var lines
            ? lines.GetProperty("done").GetInt64() + lines.GetProperty("failed").GetInt64() + lines.GetProperty("skipped").GetInt64()
            : 0);
    }
}
