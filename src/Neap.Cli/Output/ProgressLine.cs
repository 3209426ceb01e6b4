using System.Globalization;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Tells how far a run is: one line that is rewritten on a terminal, now and then a plain line in a pipe.</summary>
internal sealed class ProgressLine : IProgress<SyncProgress>, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan TerminalPace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PipePace = TimeSpan.FromSeconds(5);

    private readonly CommandHost _host;
    private readonly long _started;
    private long _lastShown;
    private bool _open;

    private ProgressLine(CommandHost host)
    {
        _host = host;
        _started = _lastShown = host.Clock.GetTimestamp();
    }

    /// <summary>Null where nothing is to be shown.</summary>
    public static ProgressLine? For(CommandHost host, bool quiet) => quiet ? null : new ProgressLine(host);

    /// <inheritdoc/>
    public void Report(SyncProgress value)
    {
        var last = _host.IsTerminal && value.Done == value.Total;
        if (!last && _host.Clock.GetElapsedTime(_lastShown) < (_host.IsTerminal ? TerminalPace : PipePace))
        {
            return;
        }

        _lastShown = _host.Clock.GetTimestamp();
        var text = Text(value, _host.Clock.GetElapsedTime(_started));
        if (_host.IsTerminal)
        {
            _host.Error.Write($"\r\u001b[K{Bar(value)} {text}");
            _open = true;
        }
        else
        {
            _host.Error.WriteLine(text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_open)
        {
            _host.Error.Write("\r\u001b[K");
        }
    }

    private static string Bar(SyncProgress value)
    {
        var filled = (int)(BarWidth * (double)value.Done / Math.Max(1, value.Total));
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}]";
    }

    private static string Text(SyncProgress value, TimeSpan elapsed)
    {
        var rate = value.Done / Math.Max(0.001, elapsed.TotalSeconds);
        var left = TimeSpan.FromSeconds((value.Total - value.Done) / Math.Max(0.001, rate));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Done}/{value.Total} files, {rate:N0} files/s, {left:m\\:ss} left");
    }
}
