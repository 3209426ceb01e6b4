using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Drivers;

/// <summary>
/// A server that accepts every connection and says nothing. Beside each caller a peer waits for an answer, too, which is
/// more patient by far: a caller that keeps to its limit is gone before the peer gives up, however busy the machine is.
/// </summary>
internal sealed class SilentServer : IDisposable
{
    private const int PeerPatience = 5;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task<bool>> _callers = [];
    private readonly CancellationTokenSource _end = new();
    private readonly TimeSpan _limit;

    /// <summary>Listens on a free port of this machine.</summary>
    /// <param name="limit">How long a caller may wait.</param>
    public SilentServer(TimeSpan limit)
    {
        _limit = limit;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Somebody called, and everybody who did left before the peer.</summary>
    public async Task ShouldHaveBeenLeftAsync()
    {
        var left = await Task.WhenAll(_callers);
        left.Should().NotBeEmpty("somebody calls").And.NotContain(
            false, "nobody waits {0} times the limit of {1} that was set", PeerPatience, _limit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _callers.Add(LeavesFirstAsync(await _listener.AcceptTcpClientAsync(_end.Token), _end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return; // the scenario is over
        }
    }

    private async Task<bool> LeavesFirstAsync(TcpClient caller, CancellationToken end)
    {
        using (caller)
        {
            var peer = Task.Delay(_limit * PeerPatience, TimeProvider.System, end);
            return await Task.WhenAny(LeavesAsync(caller, end), peer) != peer;
        }
    }

    private static async Task LeavesAsync(TcpClient caller, CancellationToken end)
    {
        var said = new byte[1024];
        try
        {
            while (await caller.GetStream().ReadAsync(said, end) > 0)
            {
                // it asks, and nobody answers
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return;
        }
    }
}
