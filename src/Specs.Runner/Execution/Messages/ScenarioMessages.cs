namespace Reqnroll.Execution;

/// <summary>What is said about one example.</summary>
internal static class ScenarioMessages
{
    public static string StepId(Pickle pickle, string id) => $"{pickle.Id}:{id}";

    public static object TestCase(
        Pickle pickle, IReadOnlyList<StepMatch> matches, IReadOnlyList<Hook> before, IReadOnlyList<Hook> after) => new
        {
            testCase = new
            {
                id = CaseId(pickle),
                pickleId = pickle.Id,
                testRunStartedId = RunMessages.Id,
                testSteps = before.Select(hook => HookStep(pickle, hook))
                    .Concat(pickle.Steps.Zip(matches, (step, match) => Step(pickle, step, match)))
                    .Concat(after.Select(hook => HookStep(pickle, hook))),
            },
        };

    public static object Started(Pickle pickle, string startedId) => new
    {
        testCaseStarted = new { attempt = 0, id = startedId, testCaseId = CaseId(pickle), timestamp = Times.Now },
    };

    public static object Finished(string startedId) => new
    {
        testCaseFinished = new { testCaseStartedId = startedId, timestamp = Times.Now, willBeRetried = false },
    };

    public static object StepStarted(string startedId, string stepId) => new
    {
        testStepStarted = new { testCaseStartedId = startedId, testStepId = stepId, timestamp = Times.Now },
    };

    public static object StepFinished(string startedId, string stepId, StepResult result, TimeSpan duration) => new
    {
        testStepFinished = new
        {
            testCaseStartedId = startedId,
            testStepId = stepId,
            testStepResult = new
            {
                duration = Times.Of(duration),
                message = result.Message,
                status = result.Status,
                exception = ExceptionOf(result),
            },
            timestamp = Times.Now,
        },
    };

    public static object Log(string text, string startedId, string? stepId) => new
    {
        attachment = new
        {
            body = text,
            contentEncoding = "IDENTITY",
            mediaType = "text/x.cucumber.log+plain",
            testCaseStartedId = startedId,
            testStepId = stepId,
        },
    };

    public static object Attachment(string path, string startedId, string? stepId) => new
    {
        attachment = new
        {
            body = Convert.ToBase64String(File.ReadAllBytes(path)),
            contentEncoding = "BASE64",
            fileName = Path.GetFileName(path),
            mediaType = MediaTypes.Of(path),
            testCaseStartedId = startedId,
            testStepId = stepId,
        },
    };

    private static string CaseId(Pickle pickle) => $"{pickle.Id}:case";

    private static object HookStep(Pickle pickle, Hook hook) => new { id = StepId(pickle, hook.Id), hookId = hook.Id };

    private static object Step(Pickle pickle, PickleStep step, StepMatch match) => new
    {
        id = StepId(pickle, step.Id),
        pickleStepId = step.Id,
        stepDefinitionIds = match switch
        {
            StepMatch.Found found => [found.Definition.Id],
            StepMatch.Ambiguous ambiguous => ambiguous.Definitions.Select(definition => definition.Id),
            _ => Enumerable.Empty<string>(),
        },
        stepMatchArgumentsLists = match switch
        {
            StepMatch.Found found => [Arguments(found.Arguments)],
            StepMatch.Ambiguous ambiguous => ambiguous.Definitions
                .Select(definition => Arguments(definition.Pattern.Match(step.Text) ?? [])),
            _ => Enumerable.Empty<object>(),
        },
    };

    private static object Arguments(IReadOnlyList<StepArgument> arguments) => new
    {
        stepMatchArguments = arguments.Select(argument => new
        {
            group = GroupOf(argument),
            parameterTypeName = argument.TypeName,
        }),
    };

    /// <summary>The text between quotes is a group of its own.</summary>
    private static object GroupOf(StepArgument argument) => new
    {
        start = argument.Start,
        value = argument.Raw,
        children = argument.Raw == argument.Value
            ? []
            : new object[]
            {
                new { start = argument.Start + 1, value = argument.Value, children = Array.Empty<object>() },
            },
    };

    private static object? ExceptionOf(StepResult result) => result.Error is { } error && result.Status == "FAILED"
        ? new { type = error.GetType().FullName, message = error.Message, stackTrace = error.ToString() }
        : null;
}
