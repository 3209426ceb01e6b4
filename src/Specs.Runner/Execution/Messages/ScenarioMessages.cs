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

    public static object StepFinished(string startedId, string stepId, object result) => new
    {
        testStepFinished = new
        {
            testCaseStartedId = startedId,
            testStepId = stepId,
            testStepResult = result,
            timestamp = Times.Now,
        },
    };

    public static object Suggestion(Pickle pickle, PickleStep step) => new
    {
        suggestion = new
        {
            id = $"{StepId(pickle, step.Id)}:suggestion",
            pickleStepId = step.Id,
            snippets = new[] { new { language = "csharp", code = Snippets.For(step).TrimStart() } },
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
            StepMatch.Found found => [MatchMessages.Of(found.Definition, step.Text)],
            StepMatch.Ambiguous ambiguous => ambiguous.Definitions
                .Select(definition => MatchMessages.Of(definition, step.Text)),
            _ => Enumerable.Empty<object>(),
        },
    };
}
