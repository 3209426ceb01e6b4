using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Drivers;

/// <summary>Encrypts the line to a server of this machine that does not do so itself.</summary>
internal sealed class TlsFront : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TlsCertificate _certificate = new("the vector server");
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;

    /// <summary>Listens on a free port.</summary>
    /// <param name="server">The port of the server behind it.</param>
    public TlsFront(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Its certificate, as a file of authorities has it.</summary>
    public string Certificate => _certificate.Pem;

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _certificate.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassOnAsync(await _listener.AcceptTcpClientAsync(_end.Token), _end.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return; // the scenario is over
        }
    }

    private async Task PassOnAsync(TcpClient client, CancellationToken end)
    {
        try
        {
            using var caller = client;
            using var server = new TcpClient();
            await using var line = new SslStream(client.GetStream());
            await line.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate.Certificate }, end);
            await server.ConnectAsync(IPAddress.Loopback, _server, end);
            var plain = server.GetStream();
            await Task.WhenAny(line.CopyToAsync(plain, end), plain.CopyToAsync(line, end));
        }
        catch (Exception gone) when (gone is AuthenticationException or IOException or SocketException or OperationCanceledException)
        {
            return; // the caller did not trust the certificate, or left
        }
    }
}
