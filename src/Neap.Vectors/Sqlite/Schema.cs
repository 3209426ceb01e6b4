using System.Globalization;

namespace Neap.Vectors.Sqlite;

/// <summary>The tables of an index file.</summary>
/// <remarks>
/// Content (<c>blob</c>, <c>chunk</c>, <c>lexical_N</c>) is written ahead and seen by nobody; <c>file</c> says what is
/// seen. A blob's id is never used twice, because rows of the lexical index outlive their chunk until it is rewritten.
/// </remarks>
internal static class Schema
{
    /// <summary>"Neap" in ASCII; tells our files from other databases.</summary>
    internal const long ApplicationId = 0x4E656170;

    /// <summary>The format this version writes; a higher one is refused, so that nothing of it is lost.</summary>
    internal const long Version = 4;

    /// <summary>A line's id is its run's number and, in the lowest bits, its own.</summary>
    internal const int LineBits = 40;

    /// <summary>A chunk's id is its blob's id and, in the lowest bits, its number.</summary>
    internal const int OrdinalBits = 16;

    /// <summary>The most chunks a blob may have.</summary>
    internal const int MaxChunks = 1 << OrdinalBits;

    /// <summary>
    /// Every token is what stands between two spaces: all other ASCII characters are made part of tokens.
    /// </summary>
    private const string Tokenizer = """ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'""";

    /// <summary>A new index: the first format, brought up to date like an old one, so that both are the same.</summary>
    internal static IEnumerable<string> Statements => [.. First, .. UpgradeFrom(1)];

    /// <summary>The tables of the newest format, those of content keys aside.</summary>
    internal static IReadOnlyList<string> Tables { get; } =
    [
        "content_key", "blob", "blob_sequence", "chunk", "repository", "revision", "file", "sync_runs", "failed_lines", "line",
        "staged_line",
    ];

    /// <summary>What brings an older format up to date.</summary>
    internal static IEnumerable<string> UpgradeFrom(long version) => version switch
    {
        < 2 => [.. Second, .. Third, .. Fourth],
        < 3 => [.. Third, .. Fourth],
        < 4 => Fourth,
        _ => [],
    };

    private static readonly string[] First =
    [
        """
        CREATE TABLE content_key(
          id INTEGER PRIMARY KEY AUTOINCREMENT, chunker TEXT NOT NULL, embedder TEXT NOT NULL,
          dimensions INTEGER NOT NULL, encoding TEXT NOT NULL, limit_bytes INTEGER NOT NULL, lexical INTEGER NOT NULL,
          chunks INTEGER NOT NULL DEFAULT 0, lexical_rows INTEGER NOT NULL DEFAULT 0,
          UNIQUE(chunker, embedder, dimensions, encoding, limit_bytes, lexical))
        """,
        """
        CREATE TABLE blob(
          id INTEGER PRIMARY KEY, key INTEGER, oid BLOB NOT NULL, size INTEGER NOT NULL, encoding TEXT,
          state TEXT NOT NULL, reason TEXT, chunks INTEGER NOT NULL, made_with INTEGER NOT NULL, UNIQUE(key, oid))
        """,
        "CREATE TABLE blob_sequence(next INTEGER NOT NULL, removals INTEGER NOT NULL)",
        "INSERT INTO blob_sequence VALUES(1, 0)",
        """
        CREATE TABLE chunk(
          id INTEGER PRIMARY KEY, offset INTEGER NOT NULL, length INTEGER NOT NULL, first_line INTEGER NOT NULL,
          last_line INTEGER NOT NULL, sha BLOB NOT NULL, vec BLOB NOT NULL)
        """,
        "CREATE TABLE repository(name TEXT PRIMARY KEY, git_dir TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE revision(
          slot INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, repository TEXT NOT NULL, ref TEXT NOT NULL,
          commit_id TEXT NOT NULL, tree_id TEXT NOT NULL, branch TEXT, key INTEGER NOT NULL, path_rules TEXT NOT NULL,
          since TEXT, working_tree INTEGER NOT NULL, published_at TEXT NOT NULL,
          incomplete INTEGER NOT NULL, UNIQUE(collection, repository, ref))
        """,
        """
        CREATE TABLE file(
          slot INTEGER NOT NULL, path BLOB NOT NULL, oid BLOB NOT NULL, mode TEXT NOT NULL, skip TEXT, blob INTEGER,
          PRIMARY KEY(slot, path)) WITHOUT ROWID
        """,
        """
        CREATE TABLE sync_runs(
          run_id TEXT PRIMARY KEY, started_at TEXT NOT NULL, completed_at TEXT, input_source TEXT NOT NULL,
          collection_name TEXT NOT NULL, repository TEXT NOT NULL, ref TEXT NOT NULL, from_commit TEXT,
          to_commit TEXT NOT NULL, status TEXT NOT NULL, dry_run INTEGER NOT NULL, total_lines INTEGER NOT NULL,
          processed_lines INTEGER NOT NULL, success_count INTEGER NOT NULL, error_count INTEGER NOT NULL,
          skipped_count INTEGER NOT NULL, process_id INTEGER NOT NULL)
        """,
        """
        CREATE TABLE failed_lines(
          run_id TEXT NOT NULL, line_number INTEGER NOT NULL, file_path BLOB NOT NULL, operation TEXT NOT NULL,
          repository TEXT NOT NULL, category TEXT NOT NULL, error_message TEXT NOT NULL, payload BLOB,
          retry_count INTEGER NOT NULL, last_attempt TEXT NOT NULL, PRIMARY KEY(run_id, line_number)) WITHOUT ROWID
        """,
        $"PRAGMA application_id={ApplicationId}",
        "PRAGMA user_version=1",
    ];

    /// <summary>
    /// Lines get a table of their own, kept small because a first sync writes one row a file; people read the view.
    /// </summary>
    private static readonly string[] Second =
    [
        "ALTER TABLE sync_runs ADD COLUMN number INTEGER",
        "UPDATE sync_runs SET number=rowid",
        "CREATE UNIQUE INDEX run_number ON sync_runs(number)",
        "ALTER TABLE sync_runs ADD COLUMN abandoned_at TEXT",
        "ALTER TABLE failed_lines ADD COLUMN state TEXT NOT NULL DEFAULT 'open'",
        "ALTER TABLE failed_lines ADD COLUMN blob BLOB",
        "ALTER TABLE failed_lines ADD COLUMN resolved_by TEXT",
        "CREATE INDEX failed_path ON failed_lines(file_path)",
        "UPDATE failed_lines SET category='file-system' WHERE category='unreadable'",
        "UPDATE blob SET reason='file-system' WHERE state='failed' AND reason='unreadable'",
        """
        CREATE TABLE line(
          id INTEGER PRIMARY KEY, path BLOB NOT NULL, operation INTEGER NOT NULL, at INTEGER NOT NULL,
          micros INTEGER NOT NULL)
        """,
        $"""
        CREATE VIEW completed_lines AS SELECT
          run.run_id AS run_id, line.id & {LineMask} AS line_number, line.path AS file_path,
          CASE line.operation WHEN 0 THEN 'add' WHEN 1 THEN 'modify' WHEN 2 THEN 'delete' ELSE 'rename' END AS operation,
          run.repository AS repository,
          strftime('%Y-%m-%dT%H:%M:%S', line.at / 1000, 'unixepoch') || printf('.%03dZ', line.at % 1000) AS completed_at,
          line.micros / 1000.0 AS processing_time_ms
        FROM sync_runs run JOIN line ON line.id BETWEEN run.number << {LineBits} AND (run.number << {LineBits}) + {LineMask}
        """,
        "PRAGMA user_version=2",
    ];

    /// <summary>
    /// What a feed makes of a file map, kept aside: one row for each path that a line changes, or one without a path.
    /// </summary>
    private static readonly string[] Third =
    [
        """
        CREATE TABLE staged_line(
          run INTEGER NOT NULL, line INTEGER NOT NULL, part INTEGER NOT NULL, print BLOB NOT NULL, path BLOB, oid BLOB,
          mode TEXT, skip TEXT, PRIMARY KEY(run, line, part)) WITHOUT ROWID
        """,
        "PRAGMA user_version=3",
    ];

    /// <summary>A line of a feed that failed keeps the number that its producer gave it.</summary>
    private static readonly string[] Fourth =
    [
        "ALTER TABLE failed_lines ADD COLUMN source_line INTEGER",
        "PRAGMA user_version=4",
    ];

    /// <summary>The bits of a line's own number.</summary>
    internal const long LineMask = (1L << LineBits) - 1;

    /// <summary>The lexical index of one content key. Names cannot be bound; the number is our own.</summary>
    internal static string LexicalTable(long key) => string.Create(CultureInfo.InvariantCulture, $"lexical_{key}");

    /// <summary>Which chunks hold a term, and nothing else: neither text, nor places, nor counts.</summary>
    /// <remarks>
    /// Each transaction leaves one sorted segment. Merging them while content pours in costs half of the time that
    /// words take, and reading 200 segments costs milliseconds, so merging waits for compaction or for the 200th.
    /// </remarks>
    internal static IEnumerable<string> CreateLexical(long key)
    {
        var table = LexicalTable(key);
        yield return $"CREATE VIRTUAL TABLE {table} USING fts5(" +
            $"""terms, content='', detail=none, columnsize=0, tokenize="{Tokenizer}")""";
        yield return $"INSERT INTO {table}({table}, rank) VALUES('automerge', 0)";
        yield return $"INSERT INTO {table}({table}, rank) VALUES('crisismerge', 200)";
        yield return $"INSERT INTO {table}({table}, rank) VALUES('hashsize', 8388608)";
    }

    /// <summary>Merges segments, a bounded number of pages at a time.</summary>
    internal static string MergeLexical(long key) =>
        $"INSERT INTO {LexicalTable(key)}({LexicalTable(key)}, rank) VALUES('merge', 2000)";
}
