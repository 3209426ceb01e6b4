using System.CommandLine;
using System.Globalization;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary><c>neap store check</c>: is the index file sound, and what does it hold.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandHost host)
    {
        var store = new Option<string?>("--store") { Description = "The index. Default: neap/index.db in the XDG data folder." };
        var address = new Argument<string?>("store")
        {
            Description = "A file or the address of a server; the same as --store.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Look a store over: what works, and what is missing.") { address, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(address) is { } named
                ? Places.Named(host, Configuration.Read(host, parsed), named)
                : Places.Store(host, Configuration.Read(host, parsed));
            if (StoreAddress.IsServer(path))
            {
                return await ServerCheck.RunAsync(host, path, parsed.GetValue<bool>("--json"), cancellation);
            }

            var document = await CheckAsync(host, path, cancellation);
            Write(host, parsed.GetValue<bool>("--json"), document);
            return document.Ok || !document.Exists ? ExitCodes.Done : ExitCodes.Usage;
        });
        return command;
    }

    private static async Task<CheckDocument> CheckAsync(CommandHost host, string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return Document(path, new StoreHealth(null, [], 0, 0, 0), exists: false);
        }

        var health = await StoreCheck.RunAsync(Places.Options(host, path, StoreMode.ReadOnly), cancellation);
        return Document(path, health, exists: true);
    }

    private static CheckDocument Document(string path, StoreHealth health, bool exists) => new()
    {
        Store = path,
        Kind = "sqlite",
        Exists = exists,
        Ok = exists && health.Problems.Count == 0,
        SchemaVersion = health.SchemaVersion,
        Sqlite = SqliteNative.Version,
        Integrity = !exists ? null : health.Problems.Count == 0 ? "ok" : "damaged",
        Revisions = health.Revisions,
        Blobs = health.Blobs,
        Chunks = health.Chunks,
        SizeBytes = exists ? new FileInfo(path).Length : 0,
        Problems = health.Problems,
    };

    private static void Write(CommandHost host, bool json, CheckDocument document)
    {
        if (json)
        {
            JsonOutput.Write(host.Out, document);
            host.Out.Flush();
            return;
        }

        host.Out.WriteLine($"Store {document.Store} (SQLite {document.Sqlite})");
        host.Out.WriteLine(document switch
        {
            { Exists: false } => "  does not exist yet; `neap index sync` makes it.",
            { Ok: true } => string.Create(
                CultureInfo.InvariantCulture,
                $"  sound: {document.Revisions:N0} revisions, {document.Blobs:N0} contents, {document.Chunks:N0} chunks, {ReportText.Bytes(document.SizeBytes)}"),
            _ => "  is not sound; git has all the content. Move the file away and run `neap index sync` again.",
        });
        foreach (var problem in document.Problems)
        {
            host.Out.WriteLine($"  problem   {problem}");
        }

        host.Out.Flush();
    }
}
