namespace Specs.Report;

/// <summary>What the exit code of every <c>specs</c> command means.</summary>
public static class ExitCodes
{
    /// <summary>Done; the gate is open.</summary>
    public const int Open = 0;

    /// <summary>The gate is closed.</summary>
    public const int Closed = 1;

    /// <summary>The command or a settings file is wrong.</summary>
    public const int WrongUse = 2;

    /// <summary>An input is missing or cannot be read.</summary>
    public const int Input = 3;

    /// <summary>The run is incomplete: it was cut, or examples never started.</summary>
    public const int Incomplete = 4;

    /// <summary>A defect of <c>specs</c> itself; never to be taken for an open or a closed gate.</summary>
    public const int Crash = 70;
}
