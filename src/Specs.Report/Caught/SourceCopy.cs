namespace Specs.Report.Caught;

/// <summary>A clone of the repository, in which mistakes may be made; it ends with <see cref="Dispose"/>.</summary>
internal sealed class SourceCopy : IDisposable
{
    /// <summary>Copying or building that takes longer hangs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private SourceCopy(string folder, string commit) => (Folder, Commit) = (folder, commit);

    /// <summary>Its top folder.</summary>
    public string Folder { get; }

    /// <summary>The commit that was copied.</summary>
    public string Commit { get; }

    /// <exception cref="SpecsException">The folder is no repository that can be cloned.</exception>
    public static async Task<SourceCopy> MakeAsync(string source, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("specs-caught-").FullName;
        var log = Path.Combine(folder, "log");
        var copy = Path.Combine(folder, "copy");
        var cloned = await Tool.RunAsync(["git", "clone", "--quiet", "--no-hardlinks", "--", source, copy], folder, log, Limit, cancellation);
        var head = cloned == Tool.Passed ? await File.ReadAllTextAsync(await HeadAsync(copy, log, cancellation), cancellation) : null;
        return head is null
            ? throw SpecsException.Input($"{source} could not be cloned: {await File.ReadAllTextAsync(log, cancellation)}")
            : new SourceCopy(copy, head.Trim());
    }

    /// <summary>Puts a fault in place; the returned object takes it away again. Null where its place is not there once.</summary>
    public IDisposable? Plant(PlantedFault fault)
    {
        var path = Path.Combine(Folder, fault.File);
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        if (before is null || fault.ApplyTo(before) is not { } after)
        {
            return null;
        }

        File.WriteAllText(path, after);
        return new Restoration(path, before);
    }

    /// <summary>The words that keep a run of the suite to some features; none where it shall run them all.</summary>
    /// <exception cref="SpecsException">A feature is not there.</exception>
    public IReadOnlyList<string> Filter(IReadOnlyList<string> features) => features.Count == 0
        ? []
        : ["--filter", string.Join('|', features.Select(feature => "FeatureTitle=" + Escaped(TitleOf(feature))))];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);

    private static async Task<string> HeadAsync(string copy, string log, CancellationToken cancellation)
    {
        var head = log + ".head";
        await Tool.RunAsync(["git", "rev-parse", "HEAD"], copy, head, Limit, cancellation);
        return head;
    }

    private string TitleOf(string feature)
    {
        const string Keyword = "Feature:";
        var path = Path.Combine(Folder, "features", feature + ".feature");
        var title = File.Exists(path)
            ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(Keyword, StringComparison.Ordinal))
            : null;
        return title?[Keyword.Length..].Trim() ?? throw SpecsException.WrongUse($"There is no feature {feature} to ask.");
    }

    /// <summary>A title in a test filter, where some signs mean more than themselves.</summary>
    private static string Escaped(string title) =>
        string.Concat(title.Select(sign => "\\()&|=!~".Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}"));

    private sealed class Restoration(string path, string before) : IDisposable
    {
        public void Dispose() => File.WriteAllText(path, before);
    }
}
