using System.CommandLine;
using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap repo add</c>: follow a repository from now on.</summary>
internal static class AddCommand
{
    public static Command Create(CommandHost host)
    {
        var folders = new Argument<string[]>("folder")
        {
            Description = "Folders of git repositories. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var name = new Option<string?>("--name") { Description = "The name in the index. Default: the folder's." };
        var collection = new Option<string?>("--collection") { Description = "The target index. Default: default." };
        var reference = new Option<string?>("--ref") { Description = "Branch or tag to follow. Default: HEAD." };
        var command = new Command("add", "Follow repositories: `neap index sync --all` goes through them.")
        {
            folders, name, collection, reference,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var registry = Registry.Of(host);
            var known = registry.Read().ToList();
            var asked = parsed.GetValue(folders) is { Length: > 0 } given ? given : ["."];
            RefuseOneNameForSeveral(asked, parsed.GetValue(name));
            foreach (var folder in asked)
            {
                await using var repository = await GitRepository.OpenAsync(host.Absolute(folder), new GitOptions(), cancellation);
                var added = new RegisteredRepository(
                    parsed.GetValue(name) ?? NameOf(repository, known),
                    host.Absolute(folder),
                    parsed.GetValue(collection),
                    parsed.GetValue(reference) is { } text ? SlotOptions.RefOf(text).Text : null);
                Put(known, added);
                host.Out.WriteLine($"Following {Terminal.Safe(added.Name)} at {Terminal.Safe(added.Path)}.");
            }

            registry.Write(known);
            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>A folder that is followed already keeps its name, so that adding it again changes only what was said.</summary>
    private static string NameOf(GitRepository repository, List<RegisteredRepository> known)
    {
        var places = known.Select(one => new KnownRepository(one.Name, GitDirectoryOf(one.Path))).ToArray();
        return RepositoryNames.Choose(repository.GitDirectory, repository.FolderName, places, _ => true);
    }

    private static string GitDirectoryOf(string folder)
    {
        var inner = Path.Combine(folder, ".git");
        return Directory.Exists(inner) ? inner : folder;
    }

    private static void Put(List<RegisteredRepository> known, RegisteredRepository added)
    {
        if (known.Find(one => one.Name == added.Name && one.Path != added.Path) is { } other)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The name {Terminal.Safe(added.Name)} already belongs to the repository at {Terminal.Safe(other.Path)}.",
                "The list is as it was. Give this one another name with `--name`.");
        }

        known.RemoveAll(one => one.Path == added.Path);
        known.Add(added);
    }

    private static void RefuseOneNameForSeveral(string[] folders, string? name)
    {
        if (name is not null && folders.Length > 1)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"{folders.Length} repositories cannot all be named {Terminal.Safe(name)}.",
                "The list is as it was. Add them one by one, or without `--name`.");
        }
    }
}
