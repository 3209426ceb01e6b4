namespace Benchmarks.Measuring;

/// <summary>What one run of one process used.</summary>
/// <param name="Wall">From before its start to after its end.</param>
/// <param name="Cpu">User and system time of it and of the children it waited for.</param>
/// <param name="OwnPeakBytes">Its own largest resident memory.</param>
/// <param name="ChildPeakBytes">That of its largest child.</param>
/// <param name="ExitCode">Its exit code; 128 and the signal where one ended it.</param>
internal sealed record Sample(TimeSpan Wall, TimeSpan Cpu, long OwnPeakBytes, long ChildPeakBytes, int ExitCode);
