using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>A repository whose revisions are verified one after the other: opened once, and each tree listed once.</summary>
/// <param name="gitDirectory">Where it is; nobody looks before it is opened.</param>
internal sealed class VerifiedPlace(string gitDirectory) : IAsyncDisposable
{
    private GitRepository? _repository;
    private RememberedTrees? _trees;

    /// <summary>The repository itself, and what answers about its trees.</summary>
    /// <exception cref="NeapException">It is gone or cannot be read.</exception>
    public async Task<(GitRepository Repository, IRepository Trees)> OpenAsync(CancellationToken cancellation)
    {
        _repository ??= await GitRepository.OpenAsync(gitDirectory, new GitOptions(), cancellation);
        return (_repository, _trees ??= new RememberedTrees(_repository));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _repository?.DisposeAsync() ?? ValueTask.CompletedTask;
}
