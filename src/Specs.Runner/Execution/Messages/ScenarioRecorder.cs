namespace Reqnroll.Execution;

/// <summary>Tells the message stream what happens in one example.</summary>
internal sealed class ScenarioRecorder(MessageStream stream, ScenarioParts parts)
{
    private readonly Pickle pickle = parts.Pickle;
    private long stepBegan;
    private string? current;

    public TimeSpan LastDuration { get; private set; }

    private AttachmentPlace Place => new(StartedId, current, null);

    private string StartedId => $"{pickle.Id}:attempt-0";

    /// <summary>A scenario nothing of which ran: the first step says why, the others are skipped.</summary>
    public static void NotRun(TestRun run, FeatureSource feature, Pickle pickle, StepResult reason)
    {
        run.Messages.Note(reason);
        var place = ScenarioPlace.Of(feature, pickle);
        var matches = pickle.Steps.Select(step => StepMatcher.Match(run.Registry, step, place)).ToArray();
        run.Messages.Write(ScenarioMessages.TestCase(pickle, matches, [], []));
        Suggest(run.Messages, pickle, matches);
        var startedId = $"{pickle.Id}:attempt-0";
        run.Messages.Write(ScenarioMessages.Started(pickle, startedId));
        foreach (var step in pickle.Steps)
        {
            var id = ScenarioMessages.StepId(pickle, step.Id);
            run.Messages.Write(ScenarioMessages.StepStarted(startedId, id));
            var result = step == pickle.Steps[0] ? reason : StepResult.Skipped;
            var told = ResultMessages.Of(result, TimeSpan.Zero, PlaceOf(feature, pickle, step.Id));
            run.Messages.Write(ScenarioMessages.StepFinished(startedId, id, told));
        }

        run.Messages.Write(ScenarioMessages.Finished(startedId));
    }

    public void Started()
    {
        stream.Write(ScenarioMessages.TestCase(
            pickle, parts.Matches, parts.HooksFor(HookType.BeforeScenario), parts.HooksFor(HookType.AfterScenario)));
        Suggest(stream, pickle, parts.Matches);
        stream.Write(ScenarioMessages.Started(pickle, StartedId));
    }

    public void StepStarted(string id)
    {
        current = ScenarioMessages.StepId(pickle, id);
        stepBegan = MessageStream.Clock.GetTimestamp();
        stream.Write(ScenarioMessages.StepStarted(StartedId, current));
    }

    public void StepFinished(string id, StepResult result)
    {
        LastDuration = MessageStream.Clock.GetElapsedTime(stepBegan);
        stream.Note(result);
        var told = ResultMessages.Of(result, LastDuration, PlaceOf(parts.Feature.Source, pickle, id));
        stream.Write(ScenarioMessages.StepFinished(StartedId, ScenarioMessages.StepId(pickle, id), told));
    }

    public void Skipped(string id)
    {
        StepStarted(id);
        StepFinished(id, StepResult.Skipped);
    }

    /// <summary>A step has a line of its own; a hook has that of its scenario.</summary>
    private static string PlaceOf(FeatureSource feature, Pickle pickle, string id) =>
        pickle.Steps.FirstOrDefault(step => step.Id == id) is { } step
            ? $"{step.Keyword}{step.Text} in {feature.Uri}:line {step.Line}"
            : $"{pickle.Name} in {feature.Uri}:line {pickle.Line}";

    private static void Suggest(MessageStream stream, Pickle pickle, IReadOnlyList<StepMatch> matches)
    {
        foreach (var (step, _) in pickle.Steps.Zip(matches).Where(pair => pair.Second is StepMatch.Undefined))
        {
            stream.Write(ScenarioMessages.Suggestion(pickle, step));
        }
    }

    public void Finished() => stream.Write(ScenarioMessages.Finished(StartedId));

    public void Log(string text) => stream.Write(AttachmentMessages.Log(text, Place));

    public void Attach(string path) => stream.Write(AttachmentMessages.File(path, Place));
}
