using System.Collections.Concurrent;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Everything a command touches outside its own process state; nothing else is global.</summary>
public sealed record CommandHost
{
    /// <summary>Where data goes.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What a command reads where it is asked to; empty by default.</summary>
    public Stream In { get; init; } = Stream.Null;

    /// <summary>True where a person's keyboard is the input, so that nothing would ever come.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Environment variables; names compare without case.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The clock of the pauses between tries; null where <see cref="Clock"/> measures them too.</summary>
    public TimeProvider? Pauses { get; init; }

    /// <summary>What stands between the engine and its store; by default nothing.</summary>
    public Func<IIndexStore, IIndexStore> Stores { get; init; } = static store => store;

    /// <summary>True where messages go to a person's terminal, so that a progress bar makes sense.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Asks to stop after the batch at hand.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>Asks to give up at once, some time after <see cref="Interrupt"/>.</summary>
    internal CancellationToken AtOnce { get; init; }

    /// <summary>Passwords of stores by their addresses: kept apart, so that an address may be shown.</summary>
    internal ConcurrentDictionary<string, string?> Secrets { get; } = [];

    /// <summary>Limits the memory of this process to a number of bytes; null where that is not to be done.</summary>
    public Action<long>? LimitMemory { get; init; }

    /// <summary>Ends this process at once with an exit code; null where the command is not alone in it.</summary>
    public Action<int>? Leave { get; init; }

    /// <summary>How many files this process may have open; null where there is no limit to speak of.</summary>
    public int? OpenFiles { get; init; }

    /// <summary>A path as the person meant it.</summary>
    internal string Absolute(string path) => Path.GetFullPath(path, WorkingFolder);

    /// <summary>A variable, or null where it is unset or empty.</summary>
    internal string? Variable(string name) =>
        Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
