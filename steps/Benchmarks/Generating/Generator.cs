using System.Text;
using Benchmarks.Running;

namespace Benchmarks.Generating;

/// <summary>Makes a bare repository through <c>git fast-import</c>: the same call makes the same commits everywhere.</summary>
internal static class Generator
{
    private const int OneIn = 100;

    /// <summary>Makes it; the folder must not hold a repository yet.</summary>
    public static void Make(string folder, int files, RepositoryShape shape)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BenchmarkException($"{folder} is not empty.");
        }

        Directory.CreateDirectory(folder);
        Tool.Git(folder, ["init", "--quiet", "--bare", "--initial-branch=main"]);
        Tool.Git(folder, ["fast-import", "--quiet"], stream =>
        {
            Begin(stream, "first");
            for (var number = 0; number < files; number++)
            {
                Add(stream, number, shape, TextOf(number, shape));
            }

            Begin(stream, "change 1 %");
            for (var number = OneIn / 2; number < files; number += OneIn)
            {
                Add(stream, number, shape, TextOf(number, shape) + "/* changed */\n");
            }
        });
        // As a server keeps it: one pack, with deltas.
        Tool.Git(folder, ["repack", "-q", "-a", "-d"]);
    }

    private static string TextOf(int number, RepositoryShape shape)
    {
        var source = new SourceText(number + 1);
        return source.Make(shape.LeastBytes + source.Next(shape.MostBytes - shape.LeastBytes));
    }

    private static void Begin(Stream stream, string message)
    {
        Write(stream, "commit refs/heads/main\ncommitter Benchmark <benchmark@example.org> 1700000000 +0000\n");
        Write(stream, $"data {message.Length}\n{message}\n");
    }

    private static void Add(Stream stream, int number, RepositoryShape shape, string text)
    {
        var part = number / shape.FilesOfFolder;
        Write(stream, $"M 100644 inline src/area{part / 30}/part{part % 30}/file{number}.c\ndata {text.Length}\n{text}\n");
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.ASCII.GetBytes(text));
}
