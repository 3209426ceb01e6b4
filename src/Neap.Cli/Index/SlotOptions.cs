using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The options that say which index, collection and ref a command is about.</summary>
internal sealed class SlotOptions
{
    public Option<string?> Store { get; } = new("--store")
    {
        Description = "The index: a file, or a server: postgresql://user@host/database, qdrant+http://host:6333, weaviate+http://host:8080. "
            + "Default: neap/index.db in the XDG data folder.",
    };

    public Option<string?> Collection { get; } = new("--collection") { Description = "The target index. Default: default." };

    public Option<string?> Ref { get; } = new("--ref") { Description = "Branch, tag or commit to follow. Default: HEAD." };

    public void AddTo(Command command)
    {
        command.Add(Store);
        command.Add(Collection);
        command.Add(Ref);
    }

    /// <exception cref="NeapException">The text cannot be a ref.</exception>
    public static RefName RefOf(string? asked)
    {
        if (asked is null)
        {
            return RefName.Head;
        }

        return RefName.TryParse(asked, out var name) ? name : throw new NeapException(
            FailureKind.RefNotFound,
            $"\"{Terminal.Safe(asked)}\" cannot be the name of a branch, tag or commit.",
            "Nothing was done. `git branch --all` and `git tag` list the names there are.");
    }
}
