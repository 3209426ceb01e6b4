using System.Text.Json;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The repositories that <c>neap index sync --all</c> goes through: a file beside the configuration of the person.</summary>
/// <remarks>Written to another name first and then renamed, so that a reader never sees half of it.</remarks>
internal sealed class Registry(string path)
{
    private const string FileName = "repositories.json";
    private static readonly Lock Gate = new();

    /// <summary>The registry in the XDG configuration folder.</summary>
    public static Registry Of(CommandHost host) => new(System.IO.Path.Combine(FolderOf(host), FileName));

    /// <summary>Where it is kept.</summary>
    public string Path => path;

    /// <summary>The repositories in the order of their names; none where there is no registry yet.</summary>
    /// <exception cref="NeapException">The file cannot be read.</exception>
    public IReadOnlyList<RegisteredRepository> Read()
    {
        try
        {
            var document = File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), Documents.Default.RegistryDocument)
                : null;
            return document?.Repositories ?? [];
        }
        catch (Exception trouble) when (trouble is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The list of repositories at {path} cannot be read.",
                "Nothing was done. Correct the file, or move it away and add the repositories again with `neap repo add`.",
                trouble);
        }
    }

    private static string FolderOf(CommandHost host) => ConfigurationFiles.UserFolder(host) ?? throw new NeapException(
        FailureKind.Usage,
        "There is no home folder to keep the list of repositories in.",
        "Nothing was done. Say where with the variable XDG_CONFIG_HOME.");

    /// <summary>Changes every repository of the list as it is now; those who do that in one process take turns.</summary>
    /// <exception cref="NeapException">The list cannot be read, or the place cannot be written to.</exception>
    public void Change(Func<RegisteredRepository, RegisteredRepository> change)
    {
        lock (Gate)
        {
            Write(Read().Select(change));
        }
    }

    /// <summary>Replaces the list.</summary>
    /// <exception cref="NeapException">The place cannot be written to.</exception>
    public void Write(IEnumerable<RegisteredRepository> repositories)
    {
        var sorted = repositories.OrderBy(repository => repository.Name, StringComparer.Ordinal).ToArray();
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(new RegistryDocument(sorted), Documents.Default.RegistryDocument));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new NeapException(
                FailureKind.NotWritable,
                $"The list of repositories at {path} cannot be written.",
                "The list is as it was. Make the folder writable, or set XDG_CONFIG_HOME to another one.",
                trouble);
        }
    }
}

/// <summary>The registry as JSON.</summary>
internal sealed record RegistryDocument(IReadOnlyList<RegisteredRepository> Repositories);
