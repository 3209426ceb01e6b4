using Neap.Changes;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The top folders of checkouts: what tells two worktrees of one repository apart, which share everything else.</summary>
internal sealed class WorkFolders
{
    private readonly Dictionary<string, string> _tops = [];

    /// <summary>The top folder of the checked out files; the git directory of a bare repository.</summary>
    public static string TopOf(GitRepository repository) => repository.WorkTree ?? repository.GitDirectory;

    /// <summary>The top folder of the checkout that a folder belongs to; the folder itself where there is none any more.</summary>
    public async ValueTask<string> TopOfAsync(string folder, CancellationToken cancellation)
    {
        if (!_tops.TryGetValue(folder, out var top))
        {
            _tops[folder] = top = await LookAsync(folder, cancellation);
        }

        return top;
    }

    private static async Task<string> LookAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            await using var repository = await GitRepository.OpenAsync(folder, new GitOptions(), cancellation);
            return TopOf(repository);
        }
        catch (NeapException)
        {
            return folder; // the repository is gone, so it is no other one's
        }
    }
}
