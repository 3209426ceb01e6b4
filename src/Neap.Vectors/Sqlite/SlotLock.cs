using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>
/// Only one process at a time syncs a repository into a collection. The system lets go when the process ends.
/// </summary>
public sealed class SlotLock : IDisposable
{
    private const string HolderSuffix = ".holder";

    private readonly FileStream _file;

    private SlotLock(FileStream file) => _file = file;

    /// <summary>Takes the lock at once or says who holds it.</summary>
    /// <param name="storePath">The index file; the locks stand beside it.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="repository">The repository's name.</param>
    /// <param name="clock">Tells when the lock was taken, for the message to others.</param>
    /// <exception cref="NeapException">Somebody else holds it, or the folder cannot be written to.</exception>
    public static SlotLock Acquire(string storePath, string collection, string repository, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var folder = storePath + ".locks";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{collection}\0{repository}"));
        var path = Path.Combine(folder, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
        try
        {
            PrivateFolder.Make(folder);
            var held = new SlotLock(LockFile.Open(path));
            Sign(path, clock);
            return held;
        }
        catch (IOException refused) when (LockFile.IsHeld(refused))
        {
            throw Held(path, collection, repository, refused);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw SqliteTrouble.NotWritable(storePath, trouble);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>The holder's name stands in a file of its own, because nobody else may read the locked one.</summary>
    private static void Sign(string path, TimeProvider clock) => File.WriteAllText(
        path + HolderSuffix,
        string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessId} {clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} {Environment.MachineName}"));

    private static NeapException Held(string path, string collection, string repository, IOException refused)
    {
        var who = ReadHolder(path + HolderSuffix) is [var process, var since, .. var machine]
            ? $"process {process}{string.Concat(machine.Select(name => $" on {name}"))} since {since}"
            : "another process";
        return new NeapException(
            FailureKind.HeldByAnother,
            $"{collection}/{repository} is being synced by {who}.",
            "Nothing changed. Wait until it has ended, then run the same command again.",
            refused);
    }

    private static string[] ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(path).Split(' ');
        }
        catch (IOException)
        {
            // The holder is just writing it; the message can do without.
            return [];
        }
    }
}
