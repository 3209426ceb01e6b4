namespace Drivers;

/// <summary>A moment at which a process is killed: right before its n-th call of a system function on the index.</summary>
/// <param name="Call">The system function.</param>
/// <param name="Number">Counted from 1 in each thread.</param>
internal sealed record KillPoint(string Call, int Number)
{
    public override string ToString() => $"{Call} {Number}";
}

/// <summary>What a killed sync left, and what the next sync made of it.</summary>
/// <param name="Point">When it was killed.</param>
/// <param name="LeftWhole">Null where a reader saw a whole revision in a sound file; else what it saw.</param>
/// <param name="InStep">Null where the next sync ended with the right index; else what was wrong.</param>
/// <param name="Repeated">Contents that were on the disk and were read again.</param>
internal sealed record KillOutcome(string Point, string? LeftWhole, string? InStep, long Repeated);
