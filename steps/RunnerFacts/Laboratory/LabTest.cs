using Xunit.Abstractions;

namespace RunnerFacts.Laboratory;

/// <summary>One test as xUnit reported it.</summary>
internal sealed record LabTest(string Name, string Outcome)
{
    /// <summary>How much processor time the process had used when it was reported.</summary>
    public TimeSpan Used { get; } = Environment.CpuUsage.TotalTime;

    public string Method { get; init; } = "";

    public string Class { get; init; } = "";

    public string Output { get; init; } = "";

    public string? Reason { get; init; }

    public IReadOnlyDictionary<string, List<string>> Traits { get; init; } = new Dictionary<string, List<string>>();

    public IReadOnlyList<LabError> Errors { get; init; } = [];

    /// <summary>The one error of a failed test.</summary>
    public LabError Error => Errors.Should().ContainSingle().Which;

    /// <summary>All messages, in a line.</summary>
    public string Reasons => string.Join("; ", Errors.Select(error => error.Message));

    public static LabTest Of(ITestResultMessage result, string outcome) => new(result.Test.DisplayName, outcome)
    {
        Method = result.TestMethod.Method.Name,
        Class = result.TestClass.Class.Name,
        Output = result.Output,
        Traits = result.TestCase.Traits,
    };

    public static string NameOf(ITestMethodMessage message) =>
        $"{message.TestClass.Class.Name}.{message.TestMethod.Method.Name}";

    public static LabTest Cleanup(string of) => new($"clean-up of the {of}", "failed");
}

/// <summary>One exception of a failed test.</summary>
internal sealed record LabError(string Type, string Message, string StackTrace)
{
    public static IReadOnlyList<LabError> Of(IFailureInformation failure) =>
        [.. Enumerable.Range(0, failure.Messages.Length)
            .Select(at => new LabError(
                failure.ExceptionTypes[at], failure.Messages[at], failure.StackTraces[at] ?? ""))];
}
