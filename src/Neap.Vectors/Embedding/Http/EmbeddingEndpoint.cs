using System.Net;
using System.Net.Http.Headers;
using Neap.Core;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Neap.Vectors.Embedding;

/// <summary>The server behind <see cref="HttpEmbedder"/>: sends a body, again where that may help.</summary>
internal sealed class EmbeddingEndpoint : IDisposable
{
    private const int LongestAnswerBytes = 256 << 20;

    private readonly HttpEmbedderOptions _options;
    private readonly ApiKey? _key;
    private readonly Uri _url;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<Attempt> _tries;
    private readonly ResiliencePipeline _limit;
    private readonly Breaker _breaker;

    public EmbeddingEndpoint(HttpEmbedderOptions options, ApiKey? key)
    {
        (_options, _key, _url) = (options, key, EmbeddingUrl.Of(options.BaseUrl));

        // A redirect could carry the key to another host, so none is followed.
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswerBytes,
        };
        _limit = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddTimeout(options.RequestTimeout).Build();
        _breaker = new Breaker(BreakerPolicy.Default, options.Pauses);
        _tries = Tries(options);
    }

    /// <summary>The last attempt's answer, whatever its status.</summary>
    /// <exception cref="HttpRequestException">No attempt reached the server.</exception>
    /// <exception cref="BrokenCircuitException">The server is given a rest; no attempt was made.</exception>
    /// <exception cref="TimeoutRejectedException">The last attempt took too long.</exception>
    public ValueTask<Attempt> SendAsync(byte[] body, CancellationToken cancellation) =>
        _tries.ExecuteAsync(token => TryAsync(body, token), cancellation);

    /// <summary>Nothing came back, or not all of it.</summary>
    public static bool IsNoAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutRejectedException;

    /// <summary>Something came back that is too long, or packed wrongly.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is InvalidDataException
            or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            or HttpRequestException { InnerException: InvalidDataException };

    public void Dispose() => _client.Dispose();

    /// <summary>
    /// Each request is tried again by itself, so that no text that was paid for is sent twice. Tries and pauses follow the
    /// one table of retry policies; after failures in a row the server is given a rest.
    /// </summary>
    private ResiliencePipeline<Attempt> Tries(HttpEmbedderOptions options) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.Pauses }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = RetryPolicies.MostAttempts - 1,
                ShouldHandle = args => ValueTask.FromResult(PauseAfter(args.Outcome, args.AttemptNumber + 1, 0) is not null),
                DelayGenerator = args => ValueTask.FromResult(
                    PauseAfter(args.Outcome, args.AttemptNumber + 1, Random.Shared.NextDouble())),
            })
            .Build();

    private TimeSpan? PauseAfter(Outcome<Attempt> outcome, int attempt, double jitter) => outcome switch
    {
        _ when attempt >= _options.MaxAttempts => null,
        { Exception: { } failure } when IsNoAnswer(failure) && !IsUnreadable(failure) =>
            RetryPolicies.PauseAfter(CategoryOf(failure), attempt, null, jitter),
        { Result: { IsTransient: true } answer } => RetryPolicies.PauseAfter(
            FailureClassifier.OfStatus(answer.Status), attempt, answer.RetryAfter, jitter),
        _ => null,
    };

    /// <summary>Why no answer came.</summary>
    public static FailureCategory CategoryOf(Exception failure) => failure is TimeoutRejectedException
        ? FailureCategory.Timeout
        : FailureClassifier.CategoryOf(failure);

    private async ValueTask<Attempt> TryAsync(byte[] body, CancellationToken cancellation)
    {
        if (!_breaker.TryEnter())
        {
            throw new BrokenCircuitException();
        }

        var end = CallEnd.Unknown;
        try
        {
            var answer = await _limit.ExecuteAsync(token => SendOnceAsync(body, token), cancellation);
            end = answer.IsServerFault ? CallEnd.Failed : CallEnd.Answered;
            return answer;
        }
        catch (Exception failure) when (IsNoAnswer(failure))
        {
            end = CallEnd.Failed;
            throw;
        }
        finally
        {
            _breaker.Leave(end);
        }
    }

    private async ValueTask<Attempt> SendOnceAsync(byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Authorize(request);
        using var response = await _client.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return new Attempt(response.StatusCode, RetryAfter(response), answer);
    }

    private void Authorize(HttpRequestMessage request)
    {
        if (_key is null)
        {
            return;
        }

        // Azure's older interface reads a bearer token as one of its identity service and takes keys elsewhere.
        if (_url.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Add("api-key", _key.Secret);
            return;
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key.Secret);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - _options.TimeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
