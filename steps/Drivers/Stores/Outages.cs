namespace Drivers;

/// <summary>What becomes of the machines that Neap needs.</summary>
public sealed class Outages(RepoDriver repos, StoreDriver store)
{
    /// <summary>Takes the <c>remote</c> of the repository or the <c>index store</c> away, brings it back, or makes it slow.</summary>
    public Task HappenAsync(string what, string how)
    {
        if (what == "index store")
        {
            return store.GoWrongAsync(how);
        }

        repos.MoveRemote(how switch
        {
            "is down" => RemoteState.Away,
            "is up again" => RemoteState.Here,
            _ => throw new SpecException($"Nobody can bring it about that the {what} {how}."),
        });
        return Task.CompletedTask;
    }
}
