namespace Neap.Vectors.Postgres;

/// <summary>The statements of the migrations. A step that was released is never edited; the next one follows it.</summary>
internal static class MigrationSteps
{
    public static readonly string[] First =
    [
        """
        CREATE TABLE neap.content_key(
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, chunker text NOT NULL, embedder text NOT NULL,
          dimensions integer NOT NULL, encoding text NOT NULL, limit_bytes bigint NOT NULL, lexical boolean NOT NULL,
          UNIQUE(chunker, embedder, dimensions, encoding, limit_bytes, lexical))
        """,
        """
        CREATE TABLE neap.blob(
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key bigint, oid bytea NOT NULL, size bigint NOT NULL,
          encoding text, state text NOT NULL, reason text, chunks integer NOT NULL, made_with bigint NOT NULL,
          UNIQUE(key, oid))
        """,
        "CREATE TABLE neap.repository(name text PRIMARY KEY, git_dir text NOT NULL)",
        """
        CREATE TABLE neap.revision(
          slot bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, collection text NOT NULL, repository text NOT NULL,
          ref text NOT NULL, commit_id text NOT NULL, tree_id text NOT NULL, branch text, key bigint NOT NULL,
          path_rules text NOT NULL, since text, working_tree boolean NOT NULL, published_at timestamptz NOT NULL,
          incomplete boolean NOT NULL, generation bigint NOT NULL, run_id text NOT NULL,
          UNIQUE(collection, repository, ref))
        """,
        "CREATE SEQUENCE neap.generation",
        """
        CREATE TABLE neap.file(
          slot bigint NOT NULL, path bytea NOT NULL, oid bytea NOT NULL, mode text NOT NULL, skip text, blob bigint,
          PRIMARY KEY(slot, path), CONSTRAINT content_was_put CHECK (skip IS NOT NULL OR blob IS NOT NULL))
        """,
        """
        CREATE TABLE neap.sync_runs(
          run_id text PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY UNIQUE, started_at timestamptz NOT NULL,
          completed_at timestamptz, abandoned_at timestamptz, input_source text NOT NULL, collection_name text NOT NULL,
          repository text NOT NULL, ref text NOT NULL, from_commit text, to_commit text NOT NULL, status text NOT NULL,
          dry_run boolean NOT NULL, total_lines bigint NOT NULL, processed_lines bigint NOT NULL DEFAULT 0,
          success_count bigint NOT NULL DEFAULT 0, error_count bigint NOT NULL DEFAULT 0,
          skipped_count bigint NOT NULL DEFAULT 0, process_id integer NOT NULL, noted bigint NOT NULL DEFAULT 0)
        """,
        """
        CREATE TABLE neap.completed_lines(
          run bigint NOT NULL, line_number bigint NOT NULL, file_path bytea NOT NULL, operation text NOT NULL,
          completed_at timestamptz NOT NULL, processing_time_us bigint NOT NULL, PRIMARY KEY(run, line_number))
        """,
        """
        CREATE TABLE neap.failed_lines(
          run_id text NOT NULL, line_number bigint NOT NULL, file_path bytea NOT NULL, operation text NOT NULL,
          repository text NOT NULL, category text NOT NULL, error_message text NOT NULL, payload text, blob bytea,
          retry_count integer NOT NULL, last_attempt timestamptz NOT NULL, state text NOT NULL DEFAULT 'open',
          resolved_by text, PRIMARY KEY(run_id, line_number))
        """,
        "CREATE INDEX failed_path ON neap.failed_lines(file_path)",
    ];

    /// <summary>Search goes from content to the files that show it; compaction is told apart from everything else.</summary>
    public static readonly string[] Second =
    [
        "CREATE INDEX file_by_blob ON neap.file(blob, slot)",
        "CREATE TABLE neap.compaction(removals bigint NOT NULL)",
        "INSERT INTO neap.compaction VALUES(0)",
    ];

    /// <summary>
    /// What a feed makes of a file map, kept aside: one row for each path that a line changes, or one without a path.
    /// </summary>
    public static readonly string[] Third =
    [
        """
        CREATE TABLE neap.staged_line(
          run bigint NOT NULL, line bigint NOT NULL, part integer NOT NULL, print bytea NOT NULL, path bytea, oid bytea,
          mode text, skip text, PRIMARY KEY(run, line, part))
        """,
        "CREATE INDEX staged_path ON neap.staged_line(run, path, line DESC, part DESC)",
    ];

    /// <summary>Paths of any length that git allows: see <see cref="PathIndex"/>.</summary>
    public static readonly string[] Fourth =
    [
        "ALTER TABLE neap.file DROP CONSTRAINT file_pkey",
        """
        CREATE UNIQUE INDEX file_path ON neap.file(
          slot, (substring(path, 1, 1000)), (CASE WHEN length(path) > 1000 THEN sha256(path) ELSE ''::bytea END))
        """,
        "DROP INDEX neap.staged_path",
        "CREATE INDEX staged_path ON neap.staged_line(run, (substring(path, 1, 1000)))",
        "DROP INDEX neap.failed_path",
        "CREATE INDEX failed_path ON neap.failed_lines USING hash(file_path)",
    ];

    /// <summary>Vectors too long for a page leave it also where an older version made their table.</summary>
    public static readonly string[] Fifth =
    [
        """
        DO $body$ DECLARE own regclass; BEGIN
          FOR own IN SELECT c.oid FROM neap.content_key k JOIN pg_class c
            ON c.relnamespace = 'neap'::regnamespace AND c.relname = 'chunk_' || k.id WHERE k.dimensions > 2000
          LOOP EXECUTE format('ALTER TABLE %s ALTER COLUMN vec SET STORAGE EXTERNAL', own); END LOOP;
        END $body$
        """,
    ];

    /// <summary>A line of a feed that failed keeps the number that its producer gave it.</summary>
    public static readonly string[] Sixth = ["ALTER TABLE neap.failed_lines ADD COLUMN source_line bigint"];
}
