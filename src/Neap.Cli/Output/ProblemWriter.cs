using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Says what went wrong, what is safe, and what to type next; in words, and as JSON where that was asked for.</summary>
internal sealed class ProblemWriter(CommandHost host, bool json, bool debug)
{
    public int WrongUse(ParseResult parsed) => Write(
        new ProblemDetail("usage", Misuse.What(parsed), "Nothing was done.", Misuse.Next(parsed), []), ExitCodes.Usage);

    public int Failed(NeapException failure)
    {
        if (debug || Configuration.Look(host, null, host.WorkingFolder).Settings.IsOn(Catalogue.Debug))
        {
            host.Error.WriteLine(failure.ToString());
        }

        return Write(
            ProblemDetail.Of(failure),
            ExitCodes.Of(failure.Kind));
    }

    public int Interrupted() => Write(
        new ProblemDetail(
            "interrupted",
            "Interrupted.",
            "The index still equals its last commit, and what was read is kept.",
            "Run the same command again to go on.",
            []),
        ExitCodes.Interrupted);

    /// <summary>Nobody can say how the last step ended: its answer never came.</summary>
    public int CutOff() => Write(
        new ProblemDetail(
            "interrupted",
            "Interrupted before the last answer came, so the end of this run is not noted.",
            "Nothing is half written: the index equals its last commit, or the new one where only that answer is missing. What was stored is kept.",
            "Run the same command again, with the same input, to go on; it takes this run over. `neap store check` says whether the store answers.",
            []),
        ExitCodes.Interrupted);

    /// <summary>Writes a problem for people.</summary>
    /// <param name="error">Where messages go.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="whose">Whose it is, where a command is about several things; null otherwise.</param>
    public static void Say(TextWriter error, ProblemDetail problem, string? whose = null)
    {
        error.WriteLine($"error: {(whose is null ? "" : Terminal.Safe(whose) + ": ")}{Terminal.Safe(problem.What)}");
        foreach (var detail in problem.Details)
        {
            error.WriteLine($"  - {Terminal.Safe(detail)}");
        }

        error.WriteLine($"  safe: {Terminal.Safe(problem.Safe)}");
        if (problem.Next.Length > 0)
        {
            error.WriteLine($"  next: {Terminal.Safe(problem.Next)}");
        }
    }

    private int Write(ProblemDetail problem, int code)
    {
        Say(host.Error, problem);
        if (json)
        {
            JsonOutput.Write(host.Out, new ProblemDocument(problem, code));
        }

        host.Out.Flush();
        return code;
    }
}
