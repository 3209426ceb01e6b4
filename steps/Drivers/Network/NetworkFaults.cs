using System.Globalization;

namespace Drivers;

/// <summary>What is wrong with a connection. Nothing is by default.</summary>
public sealed record NetworkFaults
{
    /// <summary>How much later each piece of a reply arrives.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>At most this much is added to each delay, by chance.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Bytes of a reply that arrive in a second; null for as many as there are.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>The connection is cut when this many bytes of replies have passed; null for never.</summary>
    public long? CutAfterBytes { get; init; }

    /// <summary>Nothing passes either way, and nobody is told.</summary>
    public bool IsBlackhole { get; init; }

    /// <summary>The blackhole opens when this many requests were answered; 0 for at once.</summary>
    public int AfterReplies { get; init; }

    /// <summary>Nobody listens.</summary>
    public bool IsRefusing { get; init; }

    /// <summary>Every connection is reset as soon as something is sent on it.</summary>
    public bool IsResetting { get; init; }

    /// <summary>Connections are reset as soon as something is sent on them, up to this one of all that were ever made.</summary>
    public int DropsUntilConnection { get; init; }

    /// <summary>What is asked arrives and is done; the reply is lost and the connection with it.</summary>
    public bool IsDroppingReplies { get; init; }

    /// <summary>Once, the reply to the <c>COMMIT</c> that follows this text on its connection is lost; null for never.</summary>
    public string? LosesCommitOf { get; init; }

    /// <summary>The connection whose reply is lost like that is not cut: everything falls silent.</summary>
    public bool IsSilentThen { get; init; }

    /// <summary>The connections that are made after that one are reset as soon as something is sent on them.</summary>
    public bool IsTurningAwayThen { get; init; }

    /// <summary>Connections after this one are reset as soon as something is sent on them; null for none.</summary>
    public int? LastConnection { get; init; }

    /// <summary>So many of the connections that are made after that one are reset as soon as something is sent on them.</summary>
    public int DropsThen { get; init; }

    /// <summary>Reads a table FAULT | VALUE.</summary>
    public static NetworkFaults Read(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Read("FAULT", "VALUE").Aggregate(new NetworkFaults(), (faults, row) => With(faults, row["FAULT"], row["VALUE"]));
    }

    private static NetworkFaults With(NetworkFaults faults, string fault, string value) => fault switch
    {
        "delay" => faults with { Delay = Time(value) },
        "jitter" => faults with { Jitter = Time(value) },
        "bytes a second" => faults with { BytesPerSecond = Number(value) },
        "cut after bytes" => faults with { CutAfterBytes = Number(value) },
        "after replies" => faults with { AfterReplies = Number(value) },
        "blackhole" => faults with { IsBlackhole = value == "yes" },
        "refuses" => faults with { IsRefusing = value == "yes" },
        "resets" => faults with { IsResetting = value == "yes" },
        "drops replies" => faults with { IsDroppingReplies = value == "yes" },
        _ => throw new SpecException($"A network has no fault \"{fault}\"."),
    };

    private static int Number(string value) => int.Parse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string value) => value.Split(' ') switch
    {
        [var number, "ms"] => TimeSpan.FromMilliseconds(Number(number)),
        [var number, "second" or "seconds"] => TimeSpan.FromSeconds(Number(number)),
        _ => throw new SpecException($"A time is such as \"50 ms\" or \"2 seconds\", not \"{value}\"."),
    };
}
