namespace Drivers;

/// <summary>
/// The folder of one scenario: its repositories, its index, its home. Below the folder that <c>SPECS_WORKSPACES</c> names;
/// else in memory where the machine allows it.
/// </summary>
public sealed class Workspace : IDisposable
{
    /// <summary>The variable that names the folder of all workspaces.</summary>
    public const string PlaceVariable = "SPECS_WORKSPACES";

    /// <summary>How the folder of every workspace is called at its beginning.</summary>
    public const string Prefix = "neap-spec-";

    private const long NeededBytes = 512L << 20;
    private bool _kept;

    /// <summary>Makes the folder, with a home of its own so that nobody's git configuration leaks in.</summary>
    public Workspace()
    {
        Root = Directory.CreateDirectory(Path.Combine(Base(), $"{Prefix}{Guid.NewGuid():n}")).FullName;
        Home = Directory.CreateDirectory(Path.Combine(Root, "home")).FullName;
        Store = Path.Combine(Root, "index", "index.db");
        File.WriteAllText(Path.Combine(Home, "gitconfig"), HermeticGit.Config);
        Variables = HermeticGit.Variables(Home);
        Variables["NEAP_STORE"] = Store;
        Variables["TMPDIR"] = Directory.CreateDirectory(Path.Combine(Root, "tmp")).FullName; // who is killed leaves files there
    }

    /// <summary>The scenario's folder.</summary>
    public string Root { get; }

    /// <summary>The home folder of everybody in the scenario.</summary>
    public string Home { get; }

    /// <summary>Where the index is kept.</summary>
    public string Store { get; set; }

    /// <summary>What commands are told as the store: the file, or the address of a server.</summary>
    public string Address
    {
        get => field ?? Store;
        set;
    }

    /// <summary>True where a server holds the index.</summary>
    public bool IsOnServer => Address.Contains("://", StringComparison.Ordinal);

    /// <summary>The environment of every process in the scenario; nothing else is inherited.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>A folder below the root.</summary>
    public string Folder(string name) => Path.Combine(Root, name);

    /// <summary>Leaves the folder for a person to look at.</summary>
    public string Keep()
    {
        _kept = true;
        return Root;
    }

    /// <summary>Deletes the folder, unless it was kept.</summary>
    public void Dispose()
    {
        if (!_kept && Directory.Exists(Root))
        {
            HermeticGit.MakeDeletable(Root);
            Directory.Delete(Root, recursive: true);
        }
    }

    private static string Base()
    {
        const string Memory = "/dev/shm";
        if (Environment.GetEnvironmentVariable(PlaceVariable) is { Length: > 0 } chosen)
        {
            return chosen;
        }

        return Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > NeededBytes && IsWritable(Memory)
            ? Memory
            : Path.GetTempPath();
    }

    private static bool IsWritable(string folder)
    {
        const UnixFileMode Others = UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) == Others;
    }
}
