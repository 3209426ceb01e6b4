using System.Text.Json;

namespace Drivers;

/// <summary>How one command ended.</summary>
public sealed record CommandResult(IReadOnlyList<string> Arguments, int ExitCode, string Output, string Error)
{
    /// <summary>The exit code of a process that was killed with signal 9, as a shell reports it.</summary>
    public const int Killed = 137;

    /// <summary>The exit code of a command that was told to stop.</summary>
    public const int Interrupted = 130;

    /// <summary>When it was started, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> counts; 0 where nobody noted it.</summary>
    public long Began { get; init; }

    /// <summary>The program that was run.</summary>
    public string Program { get; init; } = "neap";

    /// <summary>True once a step said that this outcome was meant.</summary>
    public bool IsDocumented { get; set; }

    /// <summary>Standard output as one JSON value; the lines of a feed or an export are an array.</summary>
    public JsonElement Json()
    {
        try
        {
            var isLines = Arguments is ["repo", "changes", ..] or ["index", "export", ..] && !Output.StartsWith("{\"error\"", StringComparison.Ordinal);
            var lines = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return JsonDocument.Parse(isLines ? $"[{string.Join(',', lines)}]" : Output).RootElement;
        }
        catch (JsonException wrong)
        {
            throw new SpecException($"The output of {this} is not JSON: {Output}", wrong);
        }
    }

    /// <summary>The kind of the error that a command with <c>--json</c> ended with; empty where it names none.</summary>
    public string ErrorKind =>
        Output.StartsWith("{\"error\"", StringComparison.Ordinal) && JsonDocument.Parse(Output).RootElement is var document
            ? document.GetProperty("error").Text("kind")
            : "";

    /// <summary>The command line, the outcome and what it said, for the message of a failed step.</summary>
    public override string ToString()
    {
        const int Longest = 1500;
        var said = Error.Length > Longest ? Error[..Longest] + "…" : Error;
        return $"`{Program} {string.Join(' ', Arguments)}` (exit code {ExitCode})\n{said}";
    }
}
