using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions.Execution;
using Neap.Core;
using Neap.Sync;

namespace Drivers;

/// <summary>Calls something that fails as the scenario says, the way the engine calls its dependencies.</summary>
public sealed partial class OperationDriver(PauseClock clock)
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

    /// <summary>Something fails; the engine classifies it.</summary>
    /// <param name="who"><c>an operation</c>, which throws, or <c>another program</c>, which says something without a code.</param>
    /// <param name="time">Nothing for the first time, or such as <c> for the 2nd time</c>.</param>
    /// <param name="cause">What happens, or what is said.</param>
    public async Task ClassifyAsync(string who, string time, string cause)
    {
        ArgumentNullException.ThrowIfNull(time);
        var attempt = time.Length == 0 ? 1 : int.Parse(time.Where(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture);
        _category = who == "an operation"
            ? FailureClassifier.CategoryOf(await Causes.HappenAsync(cause))
            : FailureClassifier.CategoryOfText(cause);
        _severity = FailureClassifier.SeverityOf(_category.Value, attempt);
    }

    /// <summary>The failure is of this category and severity.</summary>
    public void ShouldBe(string category, string severity)
    {
        using var both = new AssertionScope();
        Names.Of(_category!.Value).Should().Be(category, "the failure is of that category");
        Names.Of(_severity!.Value).Should().Be(severity, "the failure is of that severity");
    }

    /// <summary>Calls something that fails a number of times and then works; a server may ask to wait for some seconds.</summary>
    public async Task CallAsync(int failures, string cause)
    {
        var wait = Wait().Match(cause);
        TimeSpan? retryAfter = wait.Success ? TimeSpan.FromSeconds(int.Parse(wait.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
        await CallAsync(failures, wait.Success ? "a server answers with status 429" : cause, retryAfter);
    }

    private async Task CallAsync(int failures, string cause, TimeSpan? retryAfter)
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
        using var both = new AssertionScope();
        _tries.Should().Be(tries, "it is tried so often: {0}", _thrown);
        ended.Should().Be(end, "it ends like that: {0}", _thrown);
    }

    /// <summary>The pauses were these or, by jitter, down to half of them; in seconds.</summary>
    public void ShouldHavePaused(string seconds)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        var expected = seconds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var found = clock.Pauses.Skip(_pausesBefore).Select(pause => pause.TotalSeconds).ToArray();
        found.Should().Equal(
            expected,
            (pause, longest) => pause <= longest + 0.001 && pause >= (longest / 2) - 0.001,
            "each pause is so many seconds or, by jitter, down to half of them");
    }

    /// <summary>Calls a dependency through its breaker.</summary>
    /// <param name="count"><c>a</c> call, or how many that the breaker has to let through.</param>
    /// <param name="end"><c>failed</c> or <c>answered</c> for several; for one, as the features say.</param>
    public void CallStore(string count, string end)
    {
        if (count == "a")
        {
            CallOnce(end);
            return;
        }

        HaveCalled(int.Parse(count, CultureInfo.InvariantCulture), end == "failed" ? "fails" : "answers");
    }

    /// <summary>A dependency ended calls in the same way.</summary>
    private void HaveCalled(int calls, string end)
    {
        for (var i = 0; i < calls; i++)
        {
            CallOnce(end);
            _wasCalled.Should().BeTrue("the breaker lets call {0} of {1} through", i + 1, calls);
        }
    }

    /// <summary>Calls a dependency through its breaker.</summary>
    private void CallOnce(string end)
    {
        _wasCalled = Resting.TryEnter();
        if (_wasCalled && end != "does not return")
        {
            Resting.Leave(EndOf(end));
        }
    }

    /// <summary>The breaker let the last call through, or kept it back.</summary>
    public void ShouldHaveBeen(string outcome) => _wasCalled.Should().Be(outcome == "made", "the call is {0}", outcome);

    /// <summary>Where the breaker stands.</summary>
    public void BreakerShouldBe(string state) => Names.Of(Resting.State).Should().Be(state, "the circuit breaker stands there");

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

    [GeneratedRegex("^a server asks to wait ([0-9]+) seconds$")]
    private static partial Regex Wait();

    private static CallEnd EndOf(string end) => end switch
    {
        "answers" => CallEnd.Answered,
        "fails" => CallEnd.Failed,
        "is given up" => CallEnd.Unknown,
        _ => throw new SpecException($"A call answers, fails, is given up or does not return, not \"{end}\"."),
    };
}
