using System.Globalization;
using Neap.Core;
using Neap.Sync;

namespace Drivers;

/// <summary>Calls something that fails as the scenario says, the way the engine calls its dependencies.</summary>
public sealed class OperationDriver(PauseClock clock)
{
    private readonly Guard _guard = new("index store", clock);
    private Breaker? _breaker;
    private bool _wasCalled;
    private FailureCategory? _category;
    private Severity? _severity;
    private Exception? _thrown;
    private int _tries;
    private int _pausesBefore;

    private Breaker Resting => _breaker ??= new Breaker(BreakerPolicy.Default, clock);

    /// <summary>Something fails once; the engine classifies it.</summary>
    public async Task ClassifyAsync(string cause, int attempt)
    {
        _category = FailureClassifier.CategoryOf(await Causes.HappenAsync(cause));
        _severity = FailureClassifier.SeverityOf(_category.Value, attempt);
    }

    /// <summary>Another program said something, without a code.</summary>
    public void ClassifyText(string text)
    {
        _category = FailureClassifier.CategoryOfText(text);
        _severity = FailureClassifier.SeverityOf(_category.Value, 1);
    }

    /// <summary>The failure is of this category and severity.</summary>
    public void ShouldBe(string category, string severity)
    {
        if ((Names.Of(_category!.Value), Names.Of(_severity!.Value)) is var found && found != (category, severity))
        {
            throw new SpecException($"The failure is {found.Item1}, {found.Item2} and should be {category}, {severity}.");
        }
    }

    /// <summary>Calls something that fails a number of times and then works.</summary>
    public async Task CallAsync(int failures, string cause, TimeSpan? retryAfter)
    {
        (_tries, _thrown, _pausesBefore) = (0, null, clock.Pauses.Count);
        try
        {
            await _guard.CallAsync(_ => TryAsync(failures, cause, retryAfter), CancellationToken.None);
        }
        catch (Exception thrown) when (thrown is not SpecException)
        {
            _thrown = thrown;
        }
    }

    /// <summary>It was tried so often, and in the end it worked or did not.</summary>
    public void ShouldHaveTried(int tries, string end)
    {
        var ended = _thrown is null ? "succeeded" : "failed";
        if (_tries != tries || ended != end)
        {
            throw new SpecException($"It was tried {_tries} times and {ended}, not {tries} times and {end}: {_thrown}");
        }
    }

    /// <summary>The pauses were these or, by jitter, down to half of them; in seconds.</summary>
    public void ShouldHavePaused(string seconds)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        var expected = seconds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var found = clock.Pauses.Skip(_pausesBefore).Select(pause => pause.TotalSeconds).ToArray();
        var fits = expected.Length == found.Length
            && expected.Zip(found).All(pair => pair.Second <= pair.First + 0.001 && pair.Second >= (pair.First / 2) - 0.001);
        if (!fits)
        {
            throw new SpecException(string.Create(
                CultureInfo.InvariantCulture, $"The pauses were {string.Join(", ", found)} s, not {seconds} s."));
        }
    }

    /// <summary>A dependency ended calls in the same way.</summary>
    public void HaveCalled(int calls, string end)
    {
        for (var i = 0; i < calls; i++)
        {
            CallOnce(end);
            if (!_wasCalled)
            {
                throw new SpecException("The breaker let a call not through that was to be made.");
            }
        }
    }

    /// <summary>Calls a dependency through its breaker.</summary>
    public void CallOnce(string end)
    {
        _wasCalled = Resting.TryEnter();
        if (_wasCalled && end != "does not return")
        {
            Resting.Leave(EndOf(end));
        }
    }

    /// <summary>The breaker let the last call through, or kept it back.</summary>
    public void ShouldHaveBeen(string outcome)
    {
        if (_wasCalled != (outcome == "made"))
        {
            throw new SpecException($"The call was {(_wasCalled ? "made" : "kept back")}, not {outcome}.");
        }
    }

    /// <summary>Where the breaker stands.</summary>
    public void BreakerShouldBe(string state)
    {
        if (Names.Of(Resting.State) != state)
        {
            throw new SpecException($"The circuit breaker is {Names.Of(Resting.State)}, not {state}.");
        }
    }

    private async ValueTask<bool> TryAsync(int failures, string cause, TimeSpan? retryAfter)
    {
        _tries++;
        if (_tries > failures)
        {
            return true;
        }

        var thrown = await Causes.HappenAsync(cause);
        throw retryAfter is null ? thrown : new NeapException(FailureKind.RateLimited, "It asks to wait.", "Nothing changed.", thrown)
        {
            RetryAfter = retryAfter,
        };
    }

    private static CallEnd EndOf(string end) => end switch
    {
        "answers" => CallEnd.Answered,
        "fails" => CallEnd.Failed,
        "is given up" => CallEnd.Unknown,
        _ => throw new SpecException($"A call answers, fails, is given up or does not return, not \"{end}\"."),
    };
}
