using System.Globalization;

namespace Drivers;

/// <summary>Takes objects out of a repository, spoils them, and brings them back.</summary>
public static class ObjectDamage
{
    private const int PackedHeadBytes = 40;

    /// <summary>Spoils the blob of a file, or with a trailing slash the tree of a folder, or brings it back.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="path">The file.</param>
    /// <param name="how"><c>destroyed</c>, <c>cut short</c>, <c>emptied</c>, <c>overwritten</c>, <c>overwritten in its pack</c>,
    /// or <c>restored</c>.</param>
    public static void ChangeObject(this Repo repo, string path, string how)
    {
        ArgumentNullException.ThrowIfNull(repo);
        if (how == "restored")
        {
            RestoreObject(repo, path);
            return;
        }

        SpoilObject(repo, path, how);
    }

    private static void SpoilObject(Repo repo, string path, string how)
    {
        var id = IdOf(repo, path);
        repo.Reopen();
        if (how == "overwritten in its pack")
        {
            OverwritePacked(repo, id);
            return;
        }

        var bytes = File.ReadAllBytes(FileOf(repo, id));
        File.Move(FileOf(repo, id), Kept(repo, id));
        if (how != "destroyed")
        {
            File.WriteAllBytes(FileOf(repo, id), Spoilt(bytes, how));
        }
    }

    /// <summary>Brings back what <see cref="SpoilObject"/> took away.</summary>
    private static void RestoreObject(Repo repo, string path)
    {
        var id = IdOf(repo, path);
        repo.Reopen();
        File.Move(Kept(repo, id), FileOf(repo, id), overwrite: true);
    }

    private static byte[] Spoilt(byte[] bytes, string how) => how switch
    {
        "emptied" => [],
        "cut short" => bytes[..(bytes.Length / 2)],
        _ => [.. bytes.Select((value, at) => at < bytes.Length / 2 ? value : (byte)~value)],
    };

    /// <summary>All objects go into one pack first; of this one everything but its beginning is turned into something else.</summary>
    private static void OverwritePacked(Repo repo, string id)
    {
        repo.Git("repack", "-a", "-d", "-f", "--window=0", "--quiet");
        var pack = Directory.EnumerateFiles(Path.Combine(repo.GitFolder, "objects", "pack"), "*.pack").Single();
        var words = repo.Git("verify-pack", "--verbose", pack).Split('\n')
            .Single(line => line.StartsWith(id, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (size, offset) = (Number(words[3]), Number(words[4]));
        var bytes = File.ReadAllBytes(pack);
        for (var at = offset + PackedHeadBytes; at < offset + size; at++)
        {
            bytes[at] = (byte)~bytes[at];
        }

        File.Delete(pack);
        File.WriteAllBytes(pack, bytes);
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static string IdOf(Repo repo, string path) => repo.Git("rev-parse", "--verify", $"HEAD:{path.TrimEnd('/')}");

    private static string FileOf(Repo repo, string id) => Path.Combine(repo.GitFolder, "objects", id[..2], id[2..]);

    private static string Kept(Repo repo, string id) => Path.Combine(repo.GitFolder, $"lost-{id}");
}
