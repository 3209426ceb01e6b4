using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>The proxy does what it is asked: each fault is measured against the asked value.</summary>
/// <remarks>Measured alone, as scenarios with <c>@alone</c> are: beside a whole suite a bound on a time says nothing.</remarks>
[Collection("ReqnrollNonParallelizableFeatures")]
public sealed class FaultProxyFacts : IDisposable
{
    private const int Rounds = 8;
    private const int TimerTickMs = 2;
    private readonly TcpListener _echo = new(IPAddress.Loopback, 0);
    private readonly FaultProxy _proxy;
    private int _asked;

    public FaultProxyFacts()
    {
        _echo.Start();
        _proxy = new FaultProxy("127.0.0.1", ((IPEndPoint)_echo.LocalEndpoint).Port);
        _ = EchoAsync();
    }

    [Fact]
    public async Task Without_a_fault_every_byte_passes_both_ways()
    {
        var sent = new byte[300_000];
        Random.Shared.NextBytes(sent);
        Assert.Equal(sent, await AskAsync(sent));
        Assert.Equal(1, _proxy.Connections);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public async Task A_delay_is_kept(int milliseconds)
    {
        var plain = await FastestAsync();
        _proxy.Faults = new NetworkFaults { Delay = TimeSpan.FromMilliseconds(milliseconds) };
        var delayed = await FastestAsync();
        Assert.InRange(delayed, milliseconds - TimerTickMs, plain + milliseconds + 60);
    }

    [Fact]
    public async Task Jitter_differs_from_time_to_time_and_stays_within_its_bound()
    {
        var plain = 0.0;
        for (var i = 0; i < Rounds; i++)
        {
            plain = Math.Max(plain, await TimeAsync(new byte[8]));
        }

        _proxy.Faults = new NetworkFaults { Delay = TimeSpan.FromMilliseconds(10), Jitter = TimeSpan.FromMilliseconds(60) };
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            times.Add(await TimeAsync(new byte[8]));
        }

        Assert.All(times, time => Assert.True(time >= 10, $"{time} ms"));
        Assert.True(times.Max() - times.Min() > 5, string.Join(' ', times));

        // The same machine, as busy as it is, without the fault: only the fault's own part is held to a bound.
        Assert.True(times.Min() < plain + 10 + 60 + 60, $"{plain}: {string.Join(' ', times)}");
    }

    [Fact]
    public async Task A_bandwidth_is_kept()
    {
        const int Rate = 100_000;
        const int Bytes = 30_000;
        _proxy.Faults = new NetworkFaults { BytesPerSecond = Rate };
        var milliseconds = await TimeAsync(new byte[Bytes]);
        Assert.InRange(milliseconds, 0.98 * 1000 * Bytes / Rate, 10 * 1000 * Bytes / Rate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_reply_is_cut_after_exactly_the_asked_bytes(int bytes)
    {
        _proxy.Faults = new NetworkFaults { CutAfterBytes = bytes };
        Assert.Equal(bytes, (await AskAsync(new byte[50_000])).Length);
    }

    [Fact]
    public async Task A_blackhole_takes_everything_and_says_nothing()
    {
        _proxy.Faults = new NetworkFaults { IsBlackhole = true };
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(new byte[10]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await client.GetStream().ReadExactlyAsync(new byte[1], limit.Token));
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_refusing_server_is_connection_refused_until_it_is_back()
    {
        _proxy.Faults = new NetworkFaults { IsRefusing = true };
        var refused = await Assert.ThrowsAsync<SocketException>(ConnectAsync);
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        _proxy.Faults = new NetworkFaults();
        Assert.Equal(3, (await AskAsync([1, 2, 3])).Length);
    }

    [Fact]
    public async Task A_refusing_server_keeps_its_port()
    {
        _proxy.Faults = new NetworkFaults { IsRefusing = true };
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var taken = Assert.Throws<SocketException>(() => other.Bind(new IPEndPoint(IPAddress.Loopback, _proxy.Port)));
        Assert.Equal(SocketError.AddressAlreadyInUse, taken.SocketErrorCode);
        await Assert.ThrowsAsync<SocketException>(ConnectAsync);
        _proxy.Faults = new NetworkFaults();
        Assert.Equal(3, (await AskAsync([1, 2, 3])).Length);
    }

    [Fact]
    public async Task A_reset_is_a_reset_and_nothing_was_asked()
    {
        _proxy.Faults = new NetworkFaults { IsResetting = true };
        Assert.Equal(SocketError.ConnectionReset, await EndOfAsync());
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_dropped_reply_was_asked_for_and_done()
    {
        _proxy.Faults = new NetworkFaults { IsDroppingReplies = true };
        Assert.Equal(SocketError.ConnectionReset, await EndOfAsync());
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task The_most_requests_at_once_are_counted()
    {
        await AskAsync(new byte[1]);
        await AskAsync(new byte[1]);
        Assert.Equal(1, _proxy.MostAtOnce);
        _proxy.Faults = new NetworkFaults { Delay = TimeSpan.FromMilliseconds(400) };
        await Task.WhenAll(AskAsync(new byte[1]), AskAsync(new byte[1]));
        Assert.Equal(2, _proxy.MostAtOnce);
    }

    public void Dispose()
    {
        _proxy.Dispose();
        _echo.Dispose();
    }

    private async Task<SocketError> EndOfAsync()
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(new byte[10]);
        var gone = await Assert.ThrowsAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1]));
        return Assert.IsType<SocketException>(gone.InnerException).SocketErrorCode;
    }

    private async Task<double> FastestAsync()
    {
        var fastest = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            fastest = Math.Min(fastest, await TimeAsync(new byte[8]));
        }

        return fastest;
    }

    private async Task<double> TimeAsync(byte[] sent)
    {
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(sent.Length, (await AskAsync(sent)).Length);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Sends bytes and returns those that come back before the end or as many as were sent.</summary>
    private async Task<byte[]> AskAsync(byte[] sent)
    {
        using var client = await ConnectAsync();
        var stream = client.GetStream();
        var writing = stream.WriteAsync(sent).AsTask();
        var received = new byte[sent.Length];
        var length = await stream.ReadAtLeastAsync(received, sent.Length, throwOnEndOfStream: false);
        await writing.ContinueWith(_ => { }, TaskScheduler.Default); // a cut connection breaks it off
        return received[..length];
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    private async Task EchoAsync()
    {
        while (true)
        {
            try
            {
                _ = EchoAsync(await _echo.AcceptTcpClientAsync());
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task EchoAsync(TcpClient client)
    {
        using (client)
        {
            var piece = new byte[64 * 1024];
            try
            {
                for (int read; (read = await client.GetStream().ReadAsync(piece)) > 0;)
                {
                    _asked++;
                    await client.GetStream().WriteAsync(piece.AsMemory(0, read));
                }
            }
            catch (IOException)
            {
                // cut, as asked
            }
        }
    }
}
