namespace Benchmarks.Running;

/// <summary>A folder that goes when the benchmark ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("neap-benchmark-").FullName;

    /// <summary>A place in it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);
}
