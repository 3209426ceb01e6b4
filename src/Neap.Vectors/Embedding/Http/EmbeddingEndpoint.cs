using System.Net;
using System.Net.Http.Headers;
using Polly;
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
    private readonly ResiliencePipeline<Attempt> _pipeline;

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
        _pipeline = Pipeline(options);
    }

    /// <summary>The last attempt's answer, whatever its status.</summary>
    /// <exception cref="HttpRequestException">No attempt reached the server.</exception>
    /// <exception cref="TimeoutRejectedException">The last attempt took too long.</exception>
    public ValueTask<Attempt> SendAsync(byte[] body, CancellationToken cancellation) =>
        _pipeline.ExecuteAsync(token => SendOnceAsync(body, token), cancellation);

    /// <summary>Nothing came back, or not all of it.</summary>
    public static bool IsNoAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutRejectedException;

    /// <summary>Something came back that is too long, or packed wrongly.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is InvalidDataException
            or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            or HttpRequestException { InnerException: InvalidDataException };

    public void Dispose() => _client.Dispose();

    private static ResiliencePipeline<Attempt> Pipeline(HttpEmbedderOptions options)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.TimeProvider };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = TimeSpan.FromMinutes(1),
                ShouldHandle = outcome => ValueTask.FromResult(MayPass(outcome.Outcome, options.MaxRetryAfter)),
                DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result?.RetryAfter),
            });
        }

        return builder.AddTimeout(options.RequestTimeout).Build();
    }

    private static bool MayPass(Outcome<Attempt> outcome, TimeSpan longestWait) => outcome switch
    {
        { Exception: { } exception } => IsNoAnswer(exception) && !IsUnreadable(exception),
        { Result: { } attempt } => attempt.IsTransient && (attempt.RetryAfter ?? TimeSpan.Zero) <= longestWait,
        _ => false,
    };

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
