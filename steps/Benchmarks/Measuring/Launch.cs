namespace Benchmarks.Measuring;

/// <summary>A process to measure.</summary>
/// <param name="Program">Its program; looked for in PATH where it has no slash.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Launch(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>The file it reads.</summary>
    public string Input { get; init; } = "/dev/null";

    /// <summary>The file it writes; null where its output is read through a pipe and dropped.</summary>
    public string? Output { get; init; } = "/dev/null";
}
