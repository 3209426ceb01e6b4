using System.Text.Json;
using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>The repositories that <c>neap index sync --all</c> goes through: a file beside the configuration of the person.</summary>
/// <remarks>
/// Written to another name first and then renamed, so that a reader never sees half of it. Who changes it holds a file beside
/// it from reading to writing, because the list is replaced as a whole.
/// </remarks>
internal sealed class Registry(string path, TimeProvider clock)
{
    private const string FileName = "repositories.json";
    private const string LockSuffix = ".lock";

    /// <summary>A change takes milliseconds, so whoever holds the list for longer does not get on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The registry in the XDG configuration folder.</summary>
    public static Registry Of(CommandHost host) => new(System.IO.Path.Combine(FolderOf(host), FileName), host.Clock);

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

    /// <summary>Keeps others from changing the list until the answer is disposed of; waits for them for up to 10 seconds.</summary>
    /// <exception cref="NeapException">Somebody else does not get on, or the list cannot be read or the place written to.</exception>
    public async Task<RegistryChange> ChangeAsync(CancellationToken cancellation)
    {
        var held = await Turn.WaitAsync(clock, Patience, () => new ValueTask<FileStream>(Hold()), _ => { }, cancellation);
        try
        {
            return new RegistryChange(held, Read(), Write);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private FileStream Hold()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            return LockFile.Open(path + LockSuffix);
        }
        catch (IOException refused) when (LockFile.IsHeld(refused))
        {
            throw new NeapException(
                FailureKind.HeldByAnother,
                $"The list of repositories at {path} is being changed by another process.",
                "This command changed nothing of the list. Run it again when the other one has ended.",
                refused);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(trouble);
        }
    }

    private void Write(IEnumerable<RegisteredRepository> repositories)
    {
        var sorted = repositories.OrderBy(repository => repository.Name, StringComparer.Ordinal).ToArray();
        try
        {
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(new RegistryDocument(sorted), Documents.Default.RegistryDocument));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(trouble);
        }
    }

    private NeapException NotWritable(Exception trouble) => new(
        FailureKind.NotWritable,
        $"The list of repositories at {path} cannot be written.",
        "The list is as it was. Make the folder writable, or set XDG_CONFIG_HOME to another one.",
        trouble);
}

/// <summary>The list, held so that nobody else changes it.</summary>
/// <param name="held">Lets the others in when it is disposed of.</param>
/// <param name="repositories">The repositories as they are while the list is held.</param>
/// <param name="write">Replaces the list.</param>
internal sealed class RegistryChange(
    IDisposable held, IReadOnlyList<RegisteredRepository> repositories, Action<IEnumerable<RegisteredRepository>> write) : IDisposable
{
    /// <summary>The repositories in the order of their names.</summary>
    public IReadOnlyList<RegisteredRepository> Repositories => repositories;

    /// <summary>Replaces the list.</summary>
    /// <exception cref="NeapException">The place cannot be written to.</exception>
    public void Write(IEnumerable<RegisteredRepository> wanted) => write(wanted);

    /// <summary>Lets others change the list.</summary>
    public void Dispose() => held.Dispose();
}

/// <summary>The registry as JSON.</summary>
internal sealed record RegistryDocument(IReadOnlyList<RegisteredRepository> Repositories);
