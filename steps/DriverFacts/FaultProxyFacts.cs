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
        (await AskAsync(sent)).Should().Equal(sent);
        _proxy.Connections.Should().Be(1);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public async Task A_delay_is_kept(int milliseconds)
    {
        var plain = await FastestAsync();
        _proxy.Faults = new NetworkFaults { Delay = TimeSpan.FromMilliseconds(milliseconds) };
        var delayed = await FastestAsync();
        delayed.Should().BeInRange(milliseconds - TimerTickMs, plain + milliseconds + 60);
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

        times.Should().OnlyContain(time => time >= 10);
        (times.Max() - times.Min()).Should().BeGreaterThan(5, "the times are {0}", string.Join(' ', times));

        // The same machine, as busy as it is, without the fault: only the fault's own part is held to a bound.
        times.Min().Should().BeLessThan(
            plain + 10 + 60 + 60, "it is {0} without the fault, and {1} with it", plain, string.Join(' ', times));
    }

    [Fact]
    public async Task A_bandwidth_is_kept()
    {
        const int Rate = 100_000;
        const int Bytes = 30_000;
        _proxy.Faults = new NetworkFaults { BytesPerSecond = Rate };
        var milliseconds = await TimeAsync(new byte[Bytes]);
        milliseconds.Should().BeInRange(0.98 * 1000 * Bytes / Rate, 10 * 1000 * Bytes / Rate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_reply_is_cut_after_exactly_the_asked_bytes(int bytes)
    {
        _proxy.Faults = new NetworkFaults { CutAfterBytes = bytes };
        (await AskAsync(new byte[50_000])).Length.Should().Be(bytes);
    }

    [Fact]
    public async Task A_blackhole_takes_everything_and_says_nothing()
    {
        _proxy.Faults = new NetworkFaults { IsBlackhole = true };
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(new byte[10]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await FluentActions.Awaiting(() => client.GetStream().ReadExactlyAsync(new byte[1], limit.Token).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();
        _asked.Should().Be(0);
    }

    [Fact]
    public async Task A_refusing_server_is_connection_refused_until_it_is_back()
    {
        _proxy.Faults = new NetworkFaults { IsRefusing = true };
        (await FluentActions.Awaiting(ConnectAsync).Should().ThrowExactlyAsync<SocketException>())
            .Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
        _proxy.Faults = new NetworkFaults();
        (await AskAsync([1, 2, 3])).Length.Should().Be(3);
    }

    [Fact]
    public async Task A_refusing_server_keeps_its_port()
    {
        _proxy.Faults = new NetworkFaults { IsRefusing = true };
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        FluentActions.Invoking(() => other.Bind(new IPEndPoint(IPAddress.Loopback, _proxy.Port)))
            .Should().ThrowExactly<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.AddressAlreadyInUse);
        await FluentActions.Awaiting(ConnectAsync).Should().ThrowExactlyAsync<SocketException>();
        _proxy.Faults = new NetworkFaults();
        (await AskAsync([1, 2, 3])).Length.Should().Be(3);
    }

    [Fact]
    public async Task A_reset_is_a_reset_and_nothing_was_asked()
    {
        _proxy.Faults = new NetworkFaults { IsResetting = true };
        (await EndOfAsync()).Should().Be(SocketError.ConnectionReset);
        _asked.Should().Be(0);
    }

    [Fact]
    public async Task A_dropped_reply_was_asked_for_and_done()
    {
        _proxy.Faults = new NetworkFaults { IsDroppingReplies = true };
        (await EndOfAsync()).Should().Be(SocketError.ConnectionReset);
        _asked.Should().Be(1);
    }

    [Fact]
    public async Task The_most_requests_at_once_are_counted()
    {
        await AskAsync(new byte[1]);
        await AskAsync(new byte[1]);
        _proxy.MostAtOnce.Should().Be(1);
        _proxy.Faults = new NetworkFaults { Delay = TimeSpan.FromMilliseconds(400) };
        await Task.WhenAll(AskAsync(new byte[1]), AskAsync(new byte[1]));
        _proxy.MostAtOnce.Should().Be(2);
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
        var gone = await FluentActions.Awaiting(() => client.GetStream().ReadExactlyAsync(new byte[1]).AsTask())
            .Should().ThrowExactlyAsync<IOException>();
        return gone.Which.InnerException.Should().BeOfType<SocketException>().Which.SocketErrorCode;
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
        (await AskAsync(sent)).Length.Should().Be(sent.Length);
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
