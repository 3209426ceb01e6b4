using System.Diagnostics;
using System.Security.Cryptography;

namespace Drivers;

/// <summary>The index as a file: lost, damaged, mixed up, or on a bad disk.</summary>
public sealed class IndexFileDriver(Workspace workspace) : IDisposable
{
    private const int HeaderBytes = 100;
    private const int DamagedBytes = 4 * 16384;
    private static readonly Lazy<string?> MountProblem = new(TryMount);
    private static readonly Dictionary<string, string> Losses = new(StringComparer.Ordinal)
    {
        ["without its chunks"] = "DROP TABLE chunk",
        ["without its words"] = "DROP TABLE lexical_1",
        ["without a table of runs"] = "DROP TABLE sync_runs",
    };

    private readonly List<string> _mounts = [];
    private IReadOnlyDictionary<string, string>? _before;

    /// <summary>Why a file system of its own cannot be had here; null where it can.</summary>
    public static string? WhyNotMount() => MountProblem.Value;

    /// <summary>Brings the file or its folder into a state.</summary>
    /// <param name="what"><c>index file</c> or <c>index folder</c>.</param>
    /// <param name="state">What it is, as the features say.</param>
    public void Make(string what, string state)
    {
        if (what == "index folder")
        {
            MakeFolder(state);
            return;
        }

        if (Losses.TryGetValue(state, out var loss))
        {
            IndexDatabase.Execute(workspace.Store, loss);
            return;
        }

        MakeFile(state);
    }

    private void MakeFile(string state)
    {
        switch (state)
        {
            case "missing":
                Delete();
                break;
            case "damaged":
                Overwrite(HeaderBytes, RandomNumberGenerator.GetBytes(DamagedBytes));
                break;
            case "cut off":
                Flush();
                using (var file = File.OpenWrite(workspace.Store))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            case "a database of another program":
                Delete();
                Directory.CreateDirectory(Path.GetDirectoryName(workspace.Store)!);
                IndexDatabase.Execute(workspace.Store, "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer TEXT)");
                break;
            case "of the first version" or "of the second version" or "of the third version":
                OlderFormat.Make(workspace.Store, state);
                break;
            case "empty":
                Delete();
                Directory.CreateDirectory(Path.GetDirectoryName(workspace.Store)!);
                File.WriteAllBytes(workspace.Store, []);
                break;
            case "without its journal":
                Flush();
                break;
            case "of a newer version":
                Raise();
                break;
            default:
                throw new SpecException($"The index file cannot be \"{state}\".");
        }
    }

    /// <summary>Brings its folder into a state; both need a file system of its own, because root may write anywhere.</summary>
    private void MakeFolder(string state)
    {
        var folder = Path.GetDirectoryName(workspace.Store)!;
        if (state == "read-only")
        {
            Flush();
            Mount("--bind", folder, folder);
            Run("mount", "-o", "remount,ro,bind", folder);
            return;
        }

        if (state == "on a disk with room again")
        {
            Run("mount", "-o", "remount,size=64m", folder);
            return;
        }

        const int RoomBytes = 160 * 1024;
        Flush();
        var files = Directory.GetFiles(folder).ToDictionary(path => path, File.ReadAllBytes);
        var size = files.Values.Sum(bytes => bytes.LongLength) + RoomBytes;
        Mount("-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder);
        foreach (var (path, bytes) in files)
        {
            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>Notes the file as it is before an event.</summary>
    public void Remember() => _before = Fingerprint();

    /// <summary>The file is what it was before the event, to the byte.</summary>
    public void ShouldBeUntouched()
    {
        var before = _before ?? throw new SpecException("Nothing has happened yet.");
        Fingerprint().Should().Equal(before, "the index file is what it was before the event");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var folder in Enumerable.Reverse(_mounts))
        {
            Run("umount", "--lazy", folder);
        }

        _mounts.Clear();
    }

    private static string? TryMount()
    {
        var folder = Directory.CreateTempSubdirectory("neap-mount-").FullName;
        try
        {
            Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
            Run("umount", folder);
            return null;
        }
        catch (SpecException)
        {
            return "needs the right to mount a file system; run the suite as root";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private void Delete()
    {
        foreach (var file in Beside())
        {
            File.Delete(file);
        }
    }

    private void Raise()
    {
        var version = IndexDatabase.Number(workspace.Store, "PRAGMA user_version") + 1;
        IndexDatabase.Execute(workspace.Store, $"PRAGMA user_version = {version}");
    }

    private void Overwrite(long at, byte[] bytes)
    {
        Flush();
        using var file = File.OpenWrite(workspace.Store);
        file.Position = at;
        file.Write(bytes);
    }

    /// <summary>Moves what waits beside the file into it, so that the file alone is the index.</summary>
    private void Flush() => IndexDatabase.Execute(workspace.Store, "PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>The file and its journal; an empty journal and the shared memory hold nothing.</summary>
    private Dictionary<string, string> Fingerprint() => Beside()
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && new FileInfo(file).Length > 0)
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));

    private string[] Beside()
    {
        var folder = Path.GetDirectoryName(workspace.Store)!;
        return Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(workspace.Store) + "*") : [];
    }

    private void Mount(params string[] arguments)
    {
        Run("mount", arguments);
        _mounts.Add(arguments[^1]);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new SpecException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
