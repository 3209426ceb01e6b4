using System.Text.Json;
using Benchmarks.Running;

namespace Benchmarks.Peers;

/// <summary>The other engines, installed with the machine's npm next to the programs that use them.</summary>
internal sealed class PeerKit
{
    private PeerKit(string folder, string? reason)
    {
        Folder = folder;
        WhyNot = reason;
    }

    /// <summary>The folder with programs and packages.</summary>
    public string Folder { get; }

    /// <summary>Why they cannot be measured here; null where they can.</summary>
    public string? WhyNot { get; }

    /// <summary>The packages with their versions.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; private init; } = new Dictionary<string, string>();

    /// <summary>Nobody is to be measured.</summary>
    public static PeerKit None(string reason) => new("", reason);

    /// <summary>Installs what is not there yet.</summary>
    public static PeerKit Prepare()
    {
        if (!Works("node", "--version") || !Works("npm", "--version"))
        {
            return None("node and npm are not installed here");
        }

        var folder = Path.Combine(Shipped.Root(), ".artifacts", "peers");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Shipped.Root(), "steps", "Benchmarks", "Peers"), "*.*js*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        using var wanted = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        var packages = wanted.RootElement.GetProperty("dependencies").EnumerateObject()
            .ToDictionary(package => package.Name, package => package.Value.GetString()!);
        return packages.All(package => Version(folder, package.Key) == package.Value) || Install(folder)
            ? new PeerKit(folder, null) { Packages = packages }
            : None("npm could not install " + string.Join(", ", packages.Select(package => $"{package.Key}@{package.Value}")));
    }

    private static bool Install(string folder) => Works(
        "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error");

    private static string? Version(string folder, string package)
    {
        var file = Path.Combine(folder, "node_modules", package, "package.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var description = JsonDocument.Parse(File.ReadAllText(file));
        return description.RootElement.GetProperty("version").GetString();
    }

    private static bool Works(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            return Tool.Run(program, arguments).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not installed
        }
    }
}
