using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The options of <c>index sync</c> for a feed on standard input.</summary>
/// <param name="refusal">Why the command reads no feed, as a sentence; null where it does.</param>
internal sealed class FeedOptionSet(string? refusal)
{
    public const string Dash = "-";

    public Option<bool> Stdin { get; } = new("--stdin")
    {
        Description = "Read what changed from standard input, as `neap repo changes` prints it; or one path a line. Same as -.",
        Hidden = refusal is not null,
    };

    public Option<string?> OnError { get; } = new("--on-error")
    {
        Description = "stop: end at the first line that fails, nothing becomes visible. continue: exit code 0 though some failed.",
    };

    public void AddTo(Command command)
    {
        command.Add(Stdin);
        command.Add(OnError);
    }

    /// <summary>True where the changes come from standard input.</summary>
    public bool IsAsked(ParseResult parsed, SyncOptionSet set) =>
        parsed.GetValue(Stdin) || parsed.GetValue(set.Repositories)?.Contains(Dash) == true;

    /// <summary>What a failed line does.</summary>
    /// <exception cref="NeapException">The word is unknown.</exception>
    public OnError OnErrorOf(ParseResult parsed) => parsed.GetValue(OnError) switch
    {
        null => Neap.Sync.OnError.Report,
        "stop" => Neap.Sync.OnError.Stop,
        "continue" => Neap.Sync.OnError.Continue,
        var other => throw Wrong($"--on-error says \"{Terminal.Safe(other)}\"; stop or continue is needed."),
    };

    /// <summary>Refuses what makes no sense together with a feed, or without one.</summary>
    /// <exception cref="NeapException">Something does not.</exception>
    public void Check(ParseResult parsed, SyncOptionSet set)
    {
        var isFeed = IsAsked(parsed, set);
        if (isFeed && refusal is not null)
        {
            throw new NeapException(
                FailureKind.Usage,
                refusal,
                "Nothing was done. `neap index sync --stdin` takes a feed in, and goes on where the same feed was cut short.");
        }

        if (!isFeed && OnErrorOf(parsed) == Neap.Sync.OnError.Stop)
        {
            throw Wrong("--on-error stop is for a feed, where lines come one after the other.");
        }

        foreach (var option in new Option[] { set.Since, set.WorkingTree, set.Submodules, set.All, set.NoOptimize })
        {
            if (isFeed && parsed.GetResult(option) is { Implicit: false })
            {
                throw Wrong($"{option.Name} cannot be used with a feed: the feed itself says what changed.");
            }
        }
    }

    private static NeapException Wrong(string what) => new(
        FailureKind.Usage, what, "Nothing was done. `neap index sync --help` explains the options.");
}
