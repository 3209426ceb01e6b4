using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;

namespace Drivers;

/// <summary>A real pool of connections (PgBouncer) in front of the scenario's database, as a process of this machine.</summary>
public sealed class PgBouncer(Workspace workspace) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Process? _process;

    /// <summary>Why there is none here; null where it is installed.</summary>
    public static string? WhyNot()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pgbouncer", ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "pgbouncer is not installed; steps/servers.sh installs it where it may";
        }
    }

    /// <summary>Starts it and returns the port it listens on.</summary>
    /// <param name="mode"><c>session</c> or <c>transaction</c>, as its setting <c>pool_mode</c> spells it.</param>
    /// <param name="target">The database that it leads to, as a connection string of its own.</param>
    public async Task<int> StartAsync(string mode, string target)
    {
        var port = FreePort.Choose();
        var settings = workspace.Folder("pgbouncer.ini");
        await File.WriteAllTextAsync(settings, $"""
            [databases]
            * = {target}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = {mode}
            """);

        // Root it refuses to be.
        string[] who = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        _process = Process.Start(new ProcessStartInfo("pgbouncer", [.. who, settings]) { RedirectStandardError = true })!;
        await ListeningAsync(port);
        return port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private async Task ListeningAsync(int port)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, limit.Token);
                return;
            }
            catch (SocketException) when (!_process!.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
            }
            catch (SocketException)
            {
                throw new SpecException($"PgBouncer ended: {await _process!.StandardError.ReadToEndAsync(limit.Token)}");
            }
        }
    }
}
