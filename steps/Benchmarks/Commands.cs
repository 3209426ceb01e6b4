using Benchmarks.Generating;
using Benchmarks.Running;

namespace Benchmarks;

/// <summary>The two commands and what may be said to them.</summary>
internal static class Commands
{
    private const string Usage =
        """
        run [REPOSITORY] [--out FILE.json] [--history FILE.jsonl] [--neap PATH] [--rounds N=5]
            [--turns N=1] [--name TEXT] [--without-peers]
            Measures git, SQLite, neap and its peers side by side; the repository (default: this one) is only read.
            --turns: how often all of them sync from nothing, and follow the 1 % change (there and back, so an odd
            number), in turn, in each round.
            The history gets one line a run. The peers come from npm; where it is missing, their rows say so.
        generate FOLDER [--files N=5000] [--small]
            Makes a bare repository of N files of about 10 KB, or 1.6 KB with --small; the second commit changes 1 %.
        """;

    /// <summary>0 done, 1 a measured neap was wrong, 2 wrong use.</summary>
    public static int Run(string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("error: processes are measured through wait4 and /proc, which only Linux has.");
            return 2;
        }

        if (!Arguments.TryParse(args, out var given))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            return given.Command == "run" ? Benchmark.Run(given) : Generate(given);
        }
        catch (BenchmarkException trouble)
        {
            Console.Error.WriteLine($"error: {trouble.Message}");
            return 2;
        }
    }

    private static int Generate(Arguments given)
    {
        var shape = given.Has("--small") ? RepositoryShape.Small : RepositoryShape.Mixed;
        Generator.Make(given.Place!, given.Number("--files", 5_000), shape);
        Console.Out.WriteLine($"{given.Place}: {given.Number("--files", 5_000)} files");
        return 0;
    }
}
