using Drivers;
using FsCheck;
using FsCheck.Fluent;

namespace Properties;

/// <summary>However the index came to a commit, it is the same index.</summary>
public sealed class SyncProperties
{
    private static readonly string[] Files = ["a.txt", "b.txt", "src/c.py", "src/d.py", "docs/e.md"];

    [Fact]
    public void Any_way_of_commits_and_syncs_leads_to_the_index_of_a_fresh_sync() =>
        Prop.ForAll(Ways(), way => SameAsFreshAsync(way).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Effort.Of(byDay: 8, byNight: 300)));

    private static Arbitrary<Step[]> Ways()
    {
        var step =
            from file in Gen.Choose(0, Files.Length - 1)
            from action in Gen.Choose(0, 5)
            from text in Gen.Choose(1, 4)
            select new Step(file, action, text);
        return Arb.From(Gen.ArrayOf(step).Where(steps => steps.Length > 0));
    }

    private static async Task<bool> SameAsFreshAsync(Step[] way)
    {
        using var world = new World();
        var alive = new HashSet<string>(StringComparer.Ordinal);
        world.Commit(new CommitRow("main", "", "start", "add", "README.md") { Content = "hello" });
        foreach (var step in way)
        {
            if (step.Action == 5)
            {
                await world.SyncAsync(world.Workspace.Store);
                continue;
            }

            world.Commit(RowOf(step, alive));
        }

        await world.SyncAsync(world.Workspace.Store);
        var fresh = Path.Combine(world.Workspace.Root, "fresh.db");
        await world.SyncAsync(fresh);
        return await world.ExportAsync(world.Workspace.Store) == await world.ExportAsync(fresh);
    }

    private static CommitRow RowOf(Step step, HashSet<string> alive)
    {
        var file = Files[step.File];
        var isThere = alive.Contains(file);
        if (step.Action == 0 && isThere)
        {
            alive.Remove(file);
            return new CommitRow("main", "", "drop", "delete", file);
        }

        var target = Files[(step.File + 1) % Files.Length];
        if (step.Action == 1 && isThere && alive.Add(target))
        {
            alive.Remove(file);
            return new CommitRow("main", "", "move", "move", target) { OldFile = file };
        }

        alive.Add(file);
        return new CommitRow("main", "", "write", isThere ? "edit" : "add", file) { Content = $"text number {step.Text}" };
    }

    /// <summary>One commit or one sync.</summary>
    /// <param name="File">Which file.</param>
    /// <param name="Action">0 deletes, 1 moves, 5 syncs, the others write.</param>
    /// <param name="Text">Which text.</param>
    private sealed record Step(int File, int Action, int Text);
}
