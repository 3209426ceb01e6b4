namespace Specs.Report;

/// <summary>Why <c>specs</c> cannot do what was asked; the code says which kind of reason it is.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">What happened to which thing, and what to do.</param>
/// <param name="inner">What caused it.</param>
public sealed class SpecsException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code that it ends with.</summary>
    public int ExitCode { get; } = exitCode;

    internal static SpecsException WrongUse(string message, Exception? inner = null) =>
        new(ExitCodes.WrongUse, message, inner);

    internal static SpecsException Input(string message, Exception? inner = null) =>
        new(ExitCodes.Input, message, inner);
}
