namespace Neap.Cli;

/// <summary>What the text of a setting has to be.</summary>
public enum SettingKind
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>A whole number within the setting's bounds.</summary>
    Number,

    /// <summary>True or false; yes, no, on, off, 1 and 0 mean the same.</summary>
    Switch,

    /// <summary>A time such as <c>500ms</c>, <c>2s</c>, <c>1m</c> or <c>1h</c>; a bare number counts seconds.</summary>
    Duration,

    /// <summary>A folder or file; relative to the file that names it, or to the working folder.</summary>
    Folder,

    /// <summary>A file or the address of a server (<c>scheme://…</c>).</summary>
    Place,

    /// <summary>The address of a server: <c>http://…</c> or <c>https://…</c>.</summary>
    Address,

    /// <summary>Never printed. Also given as a file that holds it: <c>…_file</c>, <c>…_FILE</c> or <c>file:PATH</c>.</summary>
    Secret,
}
