using Neap.Core;
using Polly;
using Polly.Retry;

namespace Neap.Sync;

/// <summary>How a dependency is called: again where that may help, and not at all while it is given a rest.</summary>
/// <param name="dependency">Its name, as a person reads it.</param>
/// <param name="clock">The clock of pauses.</param>
/// <remarks>One a dependency, shared by all who call it. Nothing is made ready for failures before there is one.</remarks>
public sealed class Guard(string dependency, TimeProvider clock)
{
    private readonly Breaker _breaker = new(BreakerPolicy.Default, clock);

    /// <summary>Calls, and calls again after the pauses of the failure's policy.</summary>
    /// <exception cref="NeapException">The last try failed, or the dependency is given a rest.</exception>
    public async ValueTask<T> CallAsync<T>(
        Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        Exception? first;
        try
        {
            return await OnceAsync(call, cancellation);
        }
        catch (Exception failure) when (RetryPolicies.PauseAfter(failure, 1, 0) is not null)
        {
            first = failure;
        }

        return await Tries().ExecuteAsync(
            async token => Interlocked.Exchange(ref first, null) is { } failure
                ? await ValueTask.FromException<T>(failure)
                : await OnceAsync(call, token),
            cancellation);
    }

    private async ValueTask<T> OnceAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        if (!_breaker.TryEnter())
        {
            throw SyncFailures.Resting(dependency);
        }

        var end = CallEnd.Unknown;
        try
        {
            var answer = await call(cancellation);
            end = CallEnd.Answered;
            return answer;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            end = RetryPolicies.EndOf(FailureClassifier.CategoryOf(failure));
            throw;
        }
        finally
        {
            _breaker.Leave(end);
        }
    }

    private ResiliencePipeline Tries() => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = RetryPolicies.MostAttempts - 1,
            ShouldHandle = args => ValueTask.FromResult(PauseAfter(args.Outcome.Exception, args.AttemptNumber, 0) is not null),
            DelayGenerator = args => ValueTask.FromResult(
                PauseAfter(args.Outcome.Exception, args.AttemptNumber, Random.Shared.NextDouble())),
        })
        .Build();

    private static TimeSpan? PauseAfter(Exception? failure, int retries, double jitter) =>
        failure is null ? null : RetryPolicies.PauseAfter(failure, retries + 1, jitter);
}
