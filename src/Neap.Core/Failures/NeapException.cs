namespace Neap.Core;

/// <summary>Trouble that stops the caller, written for the person who must act.</summary>
/// <param name="kind">Decides the exit code and whether trying again makes sense.</param>
/// <param name="what">What happened, to which thing.</param>
/// <param name="safe">What is safe, and what to do or type next.</param>
/// <param name="inner">What the operating system or a library said.</param>
public sealed class NeapException(FailureKind kind, string what, string safe, Exception? inner = null)
    : Exception(what, inner)
{
    /// <summary>Decides the exit code and whether trying again makes sense.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>What is safe, and what to do or type next.</summary>
    public string Safe { get; } = safe;

    /// <summary>True where the same call may succeed later.</summary>
    public bool IsTransient => Kind is FailureKind.Unreachable or FailureKind.RateLimited;
}
