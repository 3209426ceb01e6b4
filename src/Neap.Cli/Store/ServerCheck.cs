using Neap.Vectors.Postgres;
using Neap.Vectors.Servers;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary><c>neap store check URL</c>: what a server can do for an index, and what is in the way.</summary>
internal static class ServerCheck
{
    public static async Task<int> RunAsync(CommandHost host, string store, bool json, CancellationToken cancellation)
    {
        var document = ServerStores.AddressOf(host, store) switch
        {
            StoreAddress.Postgres database => Of(
                store, await PostgresCheck.RunAsync(ServerStores.Options(host, database), cancellation)),
            StoreAddress.Server server => await OfAsync(host, store, server, cancellation),
            var other => throw ServerStores.Unknown(other),
        };
        if (json)
        {
            JsonOutput.Write(host.Out, document);
        }
        else
        {
            Write(host.Out, document);
        }

        host.Out.Flush();
        return document.Ok ? ExitCodes.Done : ExitCodes.Usage;
    }

    private static async Task<ServerCheckDocument> OfAsync(
        CommandHost host, string store, StoreAddress.Server server, CancellationToken cancellation)
    {
        var about = await PointServers.AboutAsync(server, host.Pauses ?? host.Clock, cancellation);
        var local = ServerStores.LocalFile(host, server);
        var exists = File.Exists(local);
        var health = exists
            ? await StoreCheck.RunAsync(Places.Options(host, local, StoreMode.ReadOnly), cancellation)
            : new StoreHealth(null, [], 0, 0, 0);
        string[] problems = about.IsTooOld
            ? [$"{about} lacks what Neap asks of it: {about.Oldest} or newer is needed.", .. health.Problems]
            : [.. health.Problems];
        var isEncrypted = server.Url.Scheme == Uri.UriSchemeHttps;
        return new ServerCheckDocument
        {
            Store = store,
            Kind = server.Kind.ToString().ToLowerInvariant(),
            Ok = problems.Length == 0,
            Exists = exists,
            Server = about.ToString(),
            SchemaVersion = (int?)health.SchemaVersion,
            Revisions = health.Revisions,
            Blobs = health.Blobs,
            Chunks = health.Chunks,
            SizeBytes = exists ? new FileInfo(local).Length : 0,
            Findings =
            [
                new("answers", true, about.ToString()),
                new("version", !about.IsTooOld, $"{about.Oldest} or newer is needed"),
                new("key", true, server.Key is null ? "none is asked for" : "accepted"),
                new("encrypted", isEncrypted, isEncrypted ? "TLS" : "use a +https address to encrypt"),
                new("local index", exists, exists ? local : "the first sync makes it"),
            ],
            Problems = problems,
        };
    }

    private static ServerCheckDocument Of(string store, PostgresHealth health) => new()
    {
        Store = store,
        Kind = "postgresql",
        Ok = health.Problems.Count == 0,
        Exists = health.SchemaVersion is not null,
        Server = $"PostgreSQL {health.Server}",
        SchemaVersion = health.SchemaVersion,
        Revisions = health.Revisions,
        Blobs = health.Blobs,
        Chunks = health.Chunks,
        SizeBytes = health.SizeBytes,
        Findings =
        [
            new("answers", true, $"as role {health.Role} in database {health.Database}"),
            new("encrypted", health.IsEncrypted, health.IsEncrypted ? "TLS" : "add ?sslmode=require to encrypt"),
            new("vectors", health.VectorVersion.Length > 0 || (health.VectorAvailable.Length > 0 && health.MayWrite), Vectors(health)),
            new("may search", health.MayRead, health.MayRead ? "SELECT is granted" : "grant USAGE and SELECT on the schema neap"),
            new("may sync", health is { MayWrite: true, KeepsSessions: true }, Writing(health)),
            new("graph of neighbours", health.NeighbourGraphs > 0, $"{health.NeighbourGraphs} (built from 1,000 chunks on)"),
        ],
        Problems = health.Problems,
    };

    private static string Writing(PostgresHealth health) => health switch
    {
        { MayWrite: false } => "the role may only read",
        { KeepsSessions: false } => "a pool gives every transaction another session; name the server itself, or a pool that keeps them",
        _ => "the role may write",
    };

    private static string Vectors(PostgresHealth health) => (health.VectorVersion, health.VectorAvailable) switch
    {
        ({ Length: > 0 } version, _) => $"pgvector {version}",
        (_, { Length: > 0 } version) => $"pgvector {version} is installed; the first sync creates the extension",
        _ => "pgvector is not installed",
    };

    private static void Write(TextWriter output, ServerCheckDocument document)
    {
        output.WriteLine($"Store {document.Store} ({Terminal.Safe(document.Server)})");
        foreach (var finding in document.Findings)
        {
            output.WriteLine($"  {(finding.Ok ? "yes" : "no "),-4} {finding.What,-20} {Terminal.Safe(finding.Detail)}");
        }

        output.WriteLine(document.Exists
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"  holds {document.Revisions:N0} revisions, {document.Blobs:N0} contents, {document.Chunks:N0} chunks, {ReportText.Bytes(document.SizeBytes)}")
            : "  holds no index yet; `neap index sync` makes it.");
        foreach (var problem in document.Problems)
        {
            output.WriteLine($"  problem   {Terminal.Safe(problem)}");
        }
    }
}

/// <summary>What <c>neap store check</c> found at a server, as JSON.</summary>
internal sealed record ServerCheckDocument
{
    public required string Store { get; init; }

    public required string Kind { get; init; }

    public required bool Ok { get; init; }

    public required bool Exists { get; init; }

    public required string Server { get; init; }

    public required long? SchemaVersion { get; init; }

    public required long Revisions { get; init; }

    public required long Blobs { get; init; }

    public required long Chunks { get; init; }

    public required long SizeBytes { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">The thing.</param>
/// <param name="Ok">Whether it is as one would wish; a <c>no</c> alone is no problem.</param>
/// <param name="Detail">In words.</param>
internal sealed record Finding(string What, bool Ok, string Detail);
