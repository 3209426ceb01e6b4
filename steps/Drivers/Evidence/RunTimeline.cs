using System.Diagnostics;
using Specs.Drawings;

namespace Drivers;

/// <summary>Notes what happened when, so that a failure and its recovery can be drawn. Any driver may note what it sees.</summary>
public sealed class RunTimeline
{
    private readonly Lock _gate = new();
    private readonly long _origin = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, List<(double At, Mood Mood, string Text)>> _states = [];
    private readonly Dictionary<string, List<TimelineMark>> _marks = [];
    private readonly Dictionary<string, List<IReadOnlyList<double>>> _counts = [];

    /// <summary>True once something went wrong; only then is there a story to draw.</summary>
    public bool HasTrouble { get; private set; }

    /// <summary>Milliseconds since the scenario began.</summary>
    public double Now => Stopwatch.GetElapsedTime(_origin).TotalMilliseconds;

    /// <summary>From now on somebody is in a state.</summary>
    /// <param name="who">A store, a breaker, a server.</param>
    /// <param name="mood">How that is for somebody who wants things to work.</param>
    /// <param name="state">The state in a word or two.</param>
    public void Enter(string who, Mood mood, string state) => Note(_states, who, mood, (Now, mood, state));

    /// <summary>Something happened at this moment: a try, an answer, a kill.</summary>
    public void Mark(string who, Mood mood, string what) =>
        Note(_marks, who, mood, new TimelineMark { At = Now, Mood = mood, Text = what });

    /// <summary>A number is this much now.</summary>
    public void Count(string what, double number) => Note(_counts, what, Mood.Good, [Now, number]);

    /// <summary>Notes how a run went, from its start until now.</summary>
    public void Note(RunReport run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var began = Math.Max(0, Now - Stopwatch.GetElapsedTime(run.Command.Began).TotalMilliseconds);
        var outcome = run.ErrorKind.Length > 0 ? run.ErrorKind : run.Command.ExitCode == 0 ? "completed" : "some files failed";
        var mood = run.Command.ExitCode == 0 ? Mood.Good : Mood.Bad;
        Note(_states, "sync", mood, (began, mood, outcome));
        Note(_states, "sync", Mood.Good, (Now, Mood.Good, ""));
        Count("files done", (_counts.GetValueOrDefault("files done")?[^1][1] ?? 0) + run.Changes.Count(change => IsDone(change.Change)));
    }

    /// <summary>The picture of everything noted until now.</summary>
    public TimelinePicture Picture()
    {
        lock (_gate)
        {
            var begin = _states.Values.SelectMany(states => states).Select(state => state.At)
                .Concat(_marks.Values.SelectMany(marks => marks).Select(mark => mark.At)).DefaultIfEmpty().Min();
            var end = Now;
            return new TimelinePicture
            {
                Length = end - begin,
                Strips = [.. _states.Keys.Union(_marks.Keys).Order(StringComparer.Ordinal).Select(who => Strip(who, begin, end))],
                Curves = [.. _counts.Select(count => new TimelineCurve
                {
                    Name = count.Key,
                    Points = [.. count.Value.Prepend([begin, 0]).Select(point => (IReadOnlyList<double>)[Math.Round(point[0] - begin, 1), point[1]])],
                })],
            };
        }
    }

    private static bool IsDone(System.Text.Json.JsonElement change) => change.Text("change") is "added" or "updated" or "moved" or "removed";

    private TimelineStrip Strip(string who, double begin, double end)
    {
        var states = _states.GetValueOrDefault(who, []);
        var spans = states.Select((state, i) => new TimelineSpan
        {
            From = Math.Round(state.At - begin, 1),
            To = Math.Round((i + 1 < states.Count ? states[i + 1].At : end) - begin, 1),
            Mood = state.Mood,
            Text = state.Text,
        });
        return new TimelineStrip
        {
            Name = who,
            Spans = [.. spans.Where(span => span.Text.Length > 0)],
            Marks = [.. _marks.GetValueOrDefault(who, []).Select(mark => mark with { At = Math.Round(mark.At - begin, 1) })],
        };
    }

    private void Note<T>(Dictionary<string, List<T>> notes, string who, Mood mood, T note)
    {
        lock (_gate)
        {
            HasTrouble |= mood == Mood.Bad;
            if (!notes.TryGetValue(who, out var list))
            {
                notes[who] = list = [];
            }

            list.Add(note);
        }
    }
}
