using System.Net;
using System.Net.Sockets;

namespace Drivers;

/// <summary>A free port of this machine, kept: who connects is refused until its owner listens, and nobody else gets it.</summary>
/// <remarks>
/// Held by a socket that is bound and never listens. It shares its port with sockets of the same user that ask for that
/// (<c>SO_REUSEPORT</c>), which is how its owner listens; it must not be bound with <c>SO_REUSEADDR</c>, under which the
/// system gives a port without a listener to the next who asks, and which .NET sets for every socket that says TCP.
/// </remarks>
internal sealed class HeldPort : IDisposable
{
    // As Linux numbers them.
    private const int SocketLevel = 1;
    private const int ReusePort = 15;
    private readonly Socket _holder = NewSocket(ProtocolType.Unspecified);

    public HeldPort()
    {
        _holder.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)_holder.LocalEndPoint!).Port;
    }

    public int Number { get; }

    public Socket Listen()
    {
        var listener = NewSocket(ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, Number));
        listener.Listen();
        return listener;
    }

    public void Dispose() => _holder.Dispose();

    private static Socket NewSocket(ProtocolType protocol)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, protocol);
        socket.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));
        return socket;
    }
}
