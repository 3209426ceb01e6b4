using System.Runtime.InteropServices;
using SQLitePCL;

namespace Benchmarks.Rows;

/// <summary>Uses the SQLite library that neap uses: the system's where it is newer than the bundled one.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<string> Chosen = new(Choose);

    /// <summary>Its version; asking for it makes the library ready.</summary>
    public static string Version => Chosen.Value;

    private static string Choose()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            static (name, _, _) => NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : 0);
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    }
}
