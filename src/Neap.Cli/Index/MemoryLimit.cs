namespace Neap.Cli;

/// <summary>The memory that settings leave to this process.</summary>
internal static class MemoryLimit
{
    private const long Megabyte = 1 << 20;

    /// <summary>Applies the limit of repositories that are about to be synced: of several the least, for the process is one.</summary>
    public static void Apply(CommandHost host, params IEnumerable<SyncSettings> repositories)
    {
        if (repositories.Min(settings => settings.Configured.Number(Catalogue.MemoryLimit)) is { } megabytes)
        {
            host.LimitMemory?.Invoke(megabytes * Megabyte);
        }
    }
}
