using System.Runtime.InteropServices;

namespace Neap.Vectors.Sqlite;

/// <summary>Which SQLite library this process uses: the system's where it is newer, else the bundled one.</summary>
/// <remarks>An old bundled build lacks years of fixes; a system build may lack the lexical index (FTS5).</remarks>
public static unsafe class SqliteNative
{
    private static readonly Lazy<Choice> Chosen = new(Find);

    private static readonly Lazy<bool> Shared = new(static () =>
    {
        NativeLibrary.SetDllImportResolver(
            typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
            static (name, _, _) => name == Native.Library ? Chosen.Value.Handle : 0);
        SQLitePCL.Batteries_V2.Init();
        return true;
    });

    /// <summary>Version and origin, such as <c>3.40.1 (system)</c>.</summary>
    public static string Version => $"{Chosen.Value.Text} ({Chosen.Value.Origin})";

    /// <summary>
    /// Makes <c>Microsoft.Data.Sqlite</c> use the same library as the index. Calling it again does nothing.
    /// </summary>
    /// <remarks>Two copies of SQLite in one process would drop each other's POSIX locks (sqlite.org/howtocorrupt.html §2.2).</remarks>
    public static void ShareWithMicrosoftData() => _ = Shared.Value;

    /// <summary>Makes every call into SQLite go to the chosen library. Called once, before the first call.</summary>
    internal static void Choose() => NativeLibrary.SetDllImportResolver(
        typeof(Native).Assembly,
        static (name, _, _) => name == Native.Library ? Chosen.Value.Handle : 0);

    private static Choice Find()
    {
        var bundled = NativeLibrary.TryLoad(Native.Library, typeof(Native).Assembly, null, out var own)
            ? Describe(own, "bundled")
            : null;
        var system = NativeLibrary.TryLoad(SystemName, out var shared) ? Describe(shared, "system") : null;
        return (bundled, system) switch
        {
            (null, { HasLexicalIndex: true }) => system,
            (not null, { HasLexicalIndex: true }) when system.Number > bundled.Number => system,
            (not null, _) => bundled,
            _ => throw new DllNotFoundException("There is no SQLite library with FTS5 on this machine."),
        };
    }

    private static string SystemName =>
        OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : OperatingSystem.IsWindows() ? "winsqlite3" : "libsqlite3.so.0";

    private static Choice Describe(nint handle, string origin)
    {
        var number = (delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "sqlite3_libversion_number");
        var text = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(handle, "sqlite3_libversion");
        var used = (delegate* unmanaged<byte*, int>)NativeLibrary.GetExport(handle, "sqlite3_compileoption_used");
        fixed (byte* option = "ENABLE_FTS5\0"u8)
        {
            return new Choice(handle, number(), Marshal.PtrToStringUTF8((nint)text())!, origin, used(option) != 0);
        }
    }

    private sealed record Choice(nint Handle, int Number, string Text, string Origin, bool HasLexicalIndex);
}
