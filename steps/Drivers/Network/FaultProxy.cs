using System.Net;
using System.Net.Sockets;

namespace Drivers;

/// <summary>Stands between Neap and a server and spoils the connection as it is told. Changes hold at once.</summary>
public sealed class FaultProxy : IDisposable
{
    private readonly DnsEndPoint _target;
    private readonly HeldPort _port = new();
    private readonly Lock _gate = new();
    private readonly HashSet<ProxiedConnection> _open = [];
    private readonly CancellationTokenSource _end = new();
    private int _waiting;
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private NetworkFaults _faults = new();

    /// <summary>Listens on a free port of this machine.</summary>
    /// <param name="host">The server's host.</param>
    /// <param name="port">The server's port.</param>
    public FaultProxy(string host, int port)
    {
        _target = new DnsEndPoint(host, port);
        Listen();
    }

    /// <summary>The port to connect to instead of the server's own. It is nobody else's while connections are refused.</summary>
    public int Port => _port.Number;

    /// <summary>Connections that were made so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Those of them on which something was said.</summary>
    public int Used { get; private set; }

    /// <summary>The most connections that waited for a reply at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Requests that were answered, or given up, so far.</summary>
    public int Replies { get; private set; }

    /// <summary>True while a request waits for its reply.</summary>
    public bool IsAsked => Volatile.Read(ref _waiting) > 0;

    /// <summary>What is wrong from now on, also with connections that are open.</summary>
    public NetworkFaults Faults
    {
        get => _faults;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _faults = value;
            if (value.IsRefusing)
            {
                Refuse();
            }
            else if (_listener is null)
            {
                Listen();
            }
        }
    }

    /// <summary>Connections that neither side has closed.</summary>
    public int Standing
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    internal CancellationToken End => _end.Token;

    /// <summary>Closes everything.</summary>
    public void Dispose()
    {
        _end.Cancel();
        Refuse();
        _port.Dispose();
        _end.Dispose();
    }

    internal Task ConnectAsync(Socket server) => server.ConnectAsync(_target, _end.Token).AsTask();

    internal void Forget(ProxiedConnection connection)
    {
        lock (_gate)
        {
            _open.Remove(connection);
        }
    }

    /// <summary>Counts a connection on which something was said.</summary>
    internal void Use()
    {
        lock (_gate)
        {
            Used++;
        }
    }

    /// <summary>Counts the connections that wait for a reply.</summary>
    internal void Note(bool waits)
    {
        lock (_gate)
        {
            _waiting += waits ? 1 : -1;
            Replies += waits ? 0 : 1;
            MostAtOnce = Math.Max(MostAtOnce, _waiting);
        }
    }

    private void Listen()
    {
        _listener = _port.Listen();
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Also cuts what is open: a server that is gone answers nobody.</summary>
    private void Refuse()
    {
        Interlocked.Exchange(ref _listener, null)?.Dispose();

        // The system closes the port when the accepting call has let go of it; until then a client would be reset.
        _accepting.GetAwaiter().GetResult();
        ProxiedConnection[] open;
        lock (_gate)
        {
            open = [.. _open];
        }

        foreach (var connection in open)
        {
            connection.Reset();
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                Begin(await listener.AcceptAsync(_end.Token));
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return; // nobody listens any more
            }
        }
    }

    private void Begin(Socket client)
    {
        var connection = new ProxiedConnection(this, client, ++Connections);
        lock (_gate)
        {
            _open.Add(connection);
        }

        _ = connection.RunAsync();
    }
}
