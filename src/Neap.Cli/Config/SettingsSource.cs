namespace Neap.Cli;

/// <summary>The settings of a process that lives on: read once, and again when asked to.</summary>
/// <remarks>
/// A reload takes all or nothing: where anything is wrong, everything stays as it is. What is not live keeps its value
/// until the next start.
/// </remarks>
public sealed class SettingsSource
{
    private readonly CommandHost _host;
    private readonly string _folder;
    private volatile Settings _current;

    /// <summary>Reads the settings.</summary>
    /// <param name="host">Where variables and folders come from; its variables are read again with each reload.</param>
    /// <param name="folder">The folder whose repository counts.</param>
    /// <exception cref="Core.NeapException">Something is wrong; all of it is listed.</exception>
    public SettingsSource(CommandHost host, string folder)
    {
        ArgumentNullException.ThrowIfNull(host);
        (_host, _folder) = (host, folder);
        _current = Configuration.Read(host, parsed: null, folder);
    }

    /// <summary>What holds now.</summary>
    public Settings Current => _current;

    /// <summary>Reads everything again and says what that changed.</summary>
    public Reload Reload()
    {
        var (next, problems) = Configuration.Look(_host, parsed: null, _folder);
        if (problems.Count > 0)
        {
            return new Reload([], [.. problems.Select(Configuration.Sentence)]);
        }

        var changed = next.Values.Where(IsOther).ToArray();
        _current = _current.With(changed.Where(value => value.Setting.IsLive));
        return new Reload([.. changed.Select(value => new SettingChange(value.Setting, value.Setting.IsLive))], []);
    }

    private bool IsOther(SettingValue value) =>
        _current[value.Setting] is var now && (now.Text, now.IsFile) != (value.Text, value.IsFile);
}

/// <summary>What a reload did.</summary>
/// <param name="Changes">The settings that are configured otherwise than what holds.</param>
/// <param name="Problems">What is wrong, as sentences; then nothing changed.</param>
public sealed record Reload(IReadOnlyList<SettingChange> Changes, IReadOnlyList<string> Problems);

/// <summary>A setting that is configured otherwise than before.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="IsInForce">True where it holds at once; false where it waits for the next start.</param>
public sealed record SettingChange(Setting Setting, bool IsInForce);
