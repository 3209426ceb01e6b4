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
        var collection = new Option<string?>("--collection") { Description = "The target index. Default: as it was, else default." };
        var reference = new Option<string?>("--ref") { Description = "Branch or tag to follow. Default: as it was, else HEAD." };
        var command = new Command("add", "Follow repositories: `neap index sync --all` goes through them. Adding one again changes what is said.")
        {
            folders, name, collection, reference,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = parsed.GetValue(folders) is { Length: > 0 } given ? given : ["."];
            RefuseOneNameForSeveral(asked, parsed.GetValue(name));
            using var list = await Registry.Of(host).ChangeAsync(cancellation);
            var known = list.Repositories.ToList();
            var tops = new WorkFolders();
            foreach (var folder in asked)
            {
                await using var repository = await GitRepository.OpenAsync(host.Absolute(folder), new GitOptions(), cancellation);
                var place = Path.TrimEndingDirectorySeparator(host.Absolute(folder));
                var before = await BeforeAsync(repository, known, place, tops, cancellation);
                var added = (before ?? new RegisteredRepository(NameOf(repository, known), place, null, null)).With(
                    parsed.GetValue(name),
                    parsed.GetValue(collection),
                    parsed.GetValue(reference) is { } text ? SlotOptions.RefOf(text).Text : null);
                Put(known, before, added);
                Say(host.Out, before, added);
            }

            list.Write(known);
            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>What was said of the repository until now; null where it is not followed.</summary>
    private static async Task<RegisteredRepository?> BeforeAsync(
        GitRepository repository, List<RegisteredRepository> known, string folder, WorkFolders tops, CancellationToken cancellation)
    {
        if (known.Find(one => one.Path == folder) is { } same)
        {
            return same;
        }

        foreach (var one in known)
        {
            if (await tops.TopOfAsync(one.Path, cancellation) == WorkFolders.TopOf(repository))
            {
                return one;
            }
        }

        return null;
    }

    private static string NameOf(GitRepository repository, List<RegisteredRepository> known)
    {
        var taken = known.SelectMany(one => one.Names).Select(name => new KnownRepository(name, "")).ToArray();
        return RepositoryNames.Choose(WorkFolders.TopOf(repository), repository.FolderName, taken, _ => true);
    }

    private static void Put(List<RegisteredRepository> known, RegisteredRepository? before, RegisteredRepository added)
    {
        if (known.Find(one => one != before && one.Names.Contains(added.Name)) is { } other)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The name {Terminal.Safe(added.Name)} already belongs to the repository at {Terminal.Safe(other.Path)}.",
                "The list is as it was. Give this one another name with `--name`.");
        }

        known.RemoveAll(one => one == before);
        known.Add(added);
    }

    private static void Say(TextWriter output, RegisteredRepository? before, RegisteredRepository added)
    {
        output.WriteLine($"Following {Terminal.Safe(added.Name)} at {Terminal.Safe(added.Path)}.");
        if (before is not null && added with { Former = before.Former } != before)
        {
            output.WriteLine("What the index holds of it stays findable until the next `neap index sync --all` has moved it.");
        }
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
