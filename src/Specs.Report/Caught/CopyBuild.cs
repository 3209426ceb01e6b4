namespace Specs.Report.Caught;

/// <summary>Builds a copy of the source, whole or the one project that changed.</summary>
internal sealed class CopyBuild(SourceCopy copy, TrialPlan plan, string log)
{
    private bool _isWhole;

    /// <summary>Builds everything; once is enough where each change is taken out of the built folders again.</summary>
    public async Task<bool> WholeAsync(CancellationToken cancellation) => _isWhole =
        (_isWhole && plan.Compile.Count > 0)
        || await Tool.RunAsync(plan.Build, copy.Folder, log, SourceCopy.Limit, cancellation) == Tool.Passed;

    /// <summary>Builds what a changed file needs; null where it is refused. The returned object takes it away again.</summary>
    /// <param name="file">The changed file, below the top of the copy.</param>
    /// <param name="cancellation">Ends the build.</param>
    public async Task<IDisposable?> AfterAsync(string file, CancellationToken cancellation)
    {
        if (plan.Compile.Count == 0)
        {
            return await WholeAsync(cancellation) ? new Exchange([]) : null;
        }

        var project = string.Join('/', file.Split('/').Take(2));
        return await Tool.RunAsync([.. plan.Compile, project], copy.Folder, log, SourceCopy.Limit, cancellation) == Tool.Passed
            ? Put(Path.GetFileName(project))
            : null;
    }

    // The suite and the programs that it starts load the product from folders of their own; all of them get the new one.
    private Exchange Put(string project)
    {
        var paths = plan.Loaded.Select(folder => Path.Combine(copy.Folder, folder, project + ".dll")).Where(File.Exists).ToArray();
        var made = Directory.GetFiles(Path.Combine(copy.Folder, ".artifacts", "obj", project), project + ".dll", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is not ("ref" or "refint"))
            .MaxBy(File.GetLastWriteTimeUtc)!;
        var exchange = new Exchange([.. paths.Select(path => (path, File.ReadAllBytes(path)))]);
        foreach (var path in paths)
        {
            File.Copy(made, path, overwrite: true);
        }

        return exchange;
    }

    private sealed class Exchange(IReadOnlyList<(string Path, byte[] Before)> files) : IDisposable
    {
        public void Dispose()
        {
            foreach (var (path, before) in files)
            {
                File.WriteAllBytes(path, before);
            }
        }
    }
}
