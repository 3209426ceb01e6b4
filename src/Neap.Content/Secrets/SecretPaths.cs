using System.Text;

namespace Neap.Content;

/// <summary>Names of files that hold keys or passwords by tradition, in exact bytes.</summary>
/// <remarks>Names whose files are mostly harmless (<c>.npmrc</c>, <c>*.pem</c>, <c>*.key</c>) are left to their content.</remarks>
internal static class SecretPaths
{
    private static readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> Names = Set("""
        .env .envrc .netrc _netrc .pgpass .git-credentials .htpasswd .dockercfg .dockerconfigjson id_rsa id_dsa id_ecdsa
        id_ecdsa_sk id_ed25519 id_ed25519_sk secring.gpg
        """);

    private static readonly byte[][] Endings = List("""
        .p12 .pfx .jks .keystore .kdbx .keytab .ppk .agekey
        """);

    private static readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> Places = Set("""
        .aws/credentials .docker/config.json .kube/config .gem/credentials .cargo/credentials .cargo/credentials.toml
        """);

    private static readonly byte[][] HarmlessWords = List("example sample template dist defaults schema test ci");

    /// <summary>Whether a file holds secrets by its place.</summary>
    public static bool Is(ReadOnlySpan<byte> path)
    {
        var name = path[(path.LastIndexOf((byte)'/') + 1)..];
        return Names.Contains(name) || IsEnvironment(name) || EndsWithAny(name) || IsPlace(path);
    }

    /// <summary><c>.env.production</c> holds secrets; <c>.env.example</c> shows which there are.</summary>
    private static bool IsEnvironment(ReadOnlySpan<byte> name)
    {
        if (!name.StartsWith(".env."u8))
        {
            return false;
        }

        foreach (var word in HarmlessWords)
        {
            if (name.IndexOf(word) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsWithAny(ReadOnlySpan<byte> name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlace(ReadOnlySpan<byte> path)
    {
        var slash = path.LastIndexOf((byte)'/');
        var folder = slash < 0 ? -1 : path[..slash].LastIndexOf((byte)'/');
        return slash > 0 && Places.Contains(path[(folder + 1)..]);
    }

    private static byte[][] List(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Encoding.ASCII.GetBytes)];

    private static HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> Set(string words) =>
        new HashSet<byte[]>(List(words), ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
}
