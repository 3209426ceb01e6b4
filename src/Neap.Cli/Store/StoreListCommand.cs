using System.CommandLine;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary><c>neap store list</c>: the kinds of stores there are, and which one is in use.</summary>
internal static class StoreListCommand
{
    private static readonly StoreKind[] Kinds =
    [
        new("sqlite", "PATH", "a file on this machine; the default"),
        new("postgresql", "postgresql://user@host:5432/database", "PostgreSQL with pgvector"),
        new("qdrant", "qdrant+http://host:6333", "Qdrant, with a local index beside it"),
        new("weaviate", "weaviate+http://host:8080", "Weaviate, with a local index beside it"),
    ];

    private static readonly CsvTable<StoreKind> Table = new(
        ("in_use", kind => kind.InUse),
        ("kind", kind => kind.Kind),
        ("address", kind => kind.Address),
        ("description", kind => kind.Description));

    public static Command Create(CommandHost host)
    {
        var store = new Option<string?>("--store") { Description = "The index. Default: neap/index.db in the XDG data folder." };
        var command = new Command("list", "Show the kinds of stores, and the one in use.") { store };
        CsvOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var place = Places.Store(host, Configuration.Read(host, parsed));
            var used = Names.Of(StoreScheme.KindOf(place)!.Value);
            var document = new StoreListDocument(place, [.. Kinds.Select(kind => kind with { InUse = kind.Kind == used })]);
            if (parsed.GetValue<bool>("--json"))
            {
                JsonOutput.Write(host.Out, document);
            }
            else if (!Table.TryWrite(host, parsed, document.Stores))
            {
                Write(host.Out, document);
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, StoreListDocument document)
    {
        foreach (var kind in document.Stores)
        {
            output.WriteLine($"{(kind.InUse ? "*" : " ")} {kind.Kind,-11} {kind.Address,-38} {kind.Description}");
        }

        output.WriteLine($"In use: {document.Store}. `neap store check` looks it over.");
    }
}

/// <summary>A kind of store.</summary>
internal sealed record StoreKind(string Kind, string Address, string Description)
{
    public bool InUse { get; init; }
}

/// <summary>The stores, as JSON.</summary>
internal sealed record StoreListDocument(string Store, IReadOnlyList<StoreKind> Stores);
