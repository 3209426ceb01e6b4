using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Drivers;

/// <summary>One connection through a <see cref="FaultProxy"/>: two sockets and what is wrong between them.</summary>
internal sealed class ProxiedConnection(FaultProxy proxy, Socket client, int number) : IDisposable
{
    private const int PieceBytes = 16 * 1024;
    private const int SlowPieces = 20;
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private long _replied;
    private bool _waits;
    private bool _isUsed;
    private bool _isOfInterest;
    private bool _losesReply;

    public async Task RunAsync()
    {
        client.NoDelay = true;
        try
        {
            await proxy.ConnectAsync(_server);
            await Task.WhenAny(PumpAsync(client, _server, AskAsync), PumpAsync(_server, client, ReplyAsync));
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            Reset(); // the server is not there, and so is not the proxy
        }

        Dispose();
        Note(waits: false);
        proxy.Forget(this);
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    /// <summary>Replies to what was asked before a late blackhole opened still come.</summary>
    private bool IsSwallowed(Socket from) => proxy.Faults is { IsBlackhole: true, AfterReplies: var replies }
        && (replies == 0 || (from == client && proxy.Replies >= replies));

    /// <summary>Ends both sides at once, without a farewell.</summary>
    public void Reset()
    {
        Abort(client);
        Abort(_server);
    }

    private async Task PumpAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, Socket, Task> pass)
    {
        var piece = new byte[PieceBytes];
        try
        {
            for (int read; (read = await from.ReceiveAsync(piece, proxy.End)) > 0;)
            {
                if (number > proxy.Faults.LastConnection)
                {
                    Reset();
                    return;
                }

                if (IsSwallowed(from))
                {
                    Note(waits: true);
                    continue;
                }

                await pass(piece.AsMemory(0, read), to);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            Reset();
        }
    }

    private async Task AskAsync(ReadOnlyMemory<byte> piece, Socket to)
    {
        if (!_isUsed)
        {
            _isUsed = true;
            proxy.Use();
        }

        if (proxy.Faults is var faults && (faults.IsResetting || number <= faults.DropsUntilConnection))
        {
            Reset();
            return;
        }

        Read(piece.Span);
        Note(waits: true);
        await to.SendAsync(piece, proxy.End);
    }

    /// <summary>Looks for the transaction whose end nobody shall hear of.</summary>
    private void Read(ReadOnlySpan<byte> asked)
    {
        if (proxy.Faults.LosesCommitOf is not { } statement)
        {
            return;
        }

        if (_isOfInterest && asked.IndexOf("COMMIT"u8) >= 0)
        {
            var faults = proxy.Faults;
            proxy.Faults = faults with { LosesCommitOf = null, DropsUntilConnection = number + faults.DropsThen };
            _losesReply = true;
        }

        _isOfInterest |= asked.IndexOf(Encoding.UTF8.GetBytes(statement)) >= 0;
    }

    private async Task ReplyAsync(ReadOnlyMemory<byte> piece, Socket to)
    {
        var faults = proxy.Faults;
        if (_losesReply && faults.IsSilentThen)
        {
            proxy.Faults = new NetworkFaults
            {
                IsBlackhole = true,
                LastConnection = faults.IsTurningAwayThen ? proxy.Connections : null,
            };
            return;
        }

        if (faults.IsDroppingReplies || _losesReply)
        {
            Reset();
            return;
        }

        await DelayAsync(faults);
        var room = faults.CutAfterBytes is { } most ? Math.Max(0, most - _replied) : piece.Length;
        var kept = piece[..(int)Math.Min(room, piece.Length)];
        Note(waits: false); // before it arrives: its receiver may ask again at once, and that is a wait of its own
        await SendAsync(kept, to, faults.BytesPerSecond);
        _replied += kept.Length;
        if (kept.Length < piece.Length)
        {
            to.Shutdown(SocketShutdown.Both);
            Abort(_server);
        }
    }

    private void Note(bool waits)
    {
        lock (_server)
        {
            if (_waits != waits)
            {
                proxy.Note(_waits = waits);
            }
        }
    }

    private Task DelayAsync(NetworkFaults faults) =>
        UntilAsync(Stopwatch.GetTimestamp(), faults.Delay + (faults.Jitter * Random.Shared.NextDouble()));

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, Socket to, int? bytesPerSecond)
    {
        var step = bytesPerSecond is { } rate ? Math.Max(1, rate / SlowPieces) : bytes.Length;
        var (began, sent) = (Stopwatch.GetTimestamp(), 0);
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(step, bytes.Length)];
            sent += part.Length;
            if (bytesPerSecond is { } asked)
            {
                await UntilAsync(began, TimeSpan.FromSeconds((double)sent / asked));
            }

            await to.SendAsync(part, proxy.End);
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>
    /// Waits until a time after the begin: what one wait took too long shortens the next, and a timer whose clock is
    /// coarse and rings some milliseconds early is set again.
    /// </summary>
    private async Task UntilAsync(long began, TimeSpan due)
    {
        for (TimeSpan left; (left = due - Stopwatch.GetElapsedTime(began)) > TimeSpan.Zero;)
        {
            await Task.Delay(left, TimeProvider.System, proxy.End);
        }
    }

    private static void Abort(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            return; // it was closed already
        }

        socket.Dispose();
    }

    private static bool IsEnd(Exception exception) =>
        exception is SocketException or ObjectDisposedException or OperationCanceledException;
}
