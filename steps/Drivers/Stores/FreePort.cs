using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Drivers;

/// <summary>Ports of this machine.</summary>
internal static class FreePort
{
    private const int First = 10_000;

    /// <summary>From here on systems give ports to whoever asks for any; such a one may be somebody else's in a moment.</summary>
    private const int FirstOfSystem = 32_768;

    private static readonly ConcurrentDictionary<int, bool> Chosen = [];

    /// <summary>A port that is free now. No client is given it by the system, and this process never chooses it again; another program may.</summary>
    public static int Choose()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, FirstOfSystem);
            if (Chosen.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
