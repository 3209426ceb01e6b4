using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>Vectors from a server with OpenAI's <c>/v1/embeddings</c>: OpenAI, Azure, Ollama, vLLM, TEI.</summary>
/// <remarks>
/// A request that the server finds too large is cut in two, and later ones stay that small. Trouble that may pass is
/// tried again with growing waits; what remains is a <see cref="NeapException"/>. The key appears in no message.
/// </remarks>
public sealed class HttpEmbedder : ITextEmbedder
{
    private readonly HttpEmbedderOptions _options;
    private readonly EmbeddingEndpoint _endpoint;
    private readonly EmbeddingFailure _failure;
    private readonly SemaphoreSlim _requests;
    private volatile int _maxTexts;

    private HttpEmbedder(HttpEmbedderOptions options)
    {
        var key = ApiKey.Of(options);
        _options = options;
        _endpoint = new EmbeddingEndpoint(options, key);
        _failure = new EmbeddingFailure(options, key);
        _requests = new SemaphoreSlim(options.MaxConcurrentRequests);
        _maxTexts = options.MaxBatchTexts;
        Dimensions = options.Dimensions ?? 0;
    }

    /// <inheritdoc/>
    public string Name => $"http:{_options.Model}";

    /// <inheritdoc/>
    public int Dimensions { get; private set; }

    /// <inheritdoc/>
    public VectorEncoding Encoding => VectorEncoding.Exact;

    /// <inheritdoc/>
    public bool CountsWords => false;

    /// <summary>An embedder for a server; asks for the length of its vectors where the options do not say it.</summary>
    /// <exception cref="NeapException">The options are wrong, or the server did not say the length.</exception>
    public static async ValueTask<HttpEmbedder> CreateAsync(HttpEmbedderOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        EmbedderProblems.ThrowIfAny(HttpEmbedderRules.Problems(options));
        var embedder = new HttpEmbedder(options);
        if (options.Dimensions is not null)
        {
            return embedder;
        }

        try
        {
            ReadOnlyMemory<byte>[] probe = ["dimensions"u8.ToArray()];
            var answer = await embedder.AskAsync(probe, [0], cancellation);
            embedder.Dimensions = answer[0].Length > 0 ? answer[0].Length : throw embedder._failure.WrongLength(0, 1);
            return embedder;
        }
        catch
        {
            await embedder.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask EmbedAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, Memory<float> vectors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        vectors.Span[..(texts.Count * Dimensions)].Clear();
        var work = new ParallelOptions
        {
            MaxDegreeOfParallelism = _options.MaxConcurrentRequests,
            CancellationToken = cancellation,
        };
        var requests = EmbeddingRequest.Split(texts, _maxTexts, _options.MaxBatchBytes);
        await Parallel.ForEachAsync(requests, work, async (places, token) =>
        {
            var answer = await AskAsync(texts, places, token);
            for (var i = 0; i < places.Length; i++)
            {
                Store(answer[i], vectors.Slice(places[i] * Dimensions, Dimensions).Span);
            }
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _endpoint.Dispose();
        _requests.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The vectors of some texts, in their order; asks for fewer at a time where the server refuses.</summary>
    private async Task<float[][]> AskAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, int[] places, CancellationToken cancellation)
    {
        var attempt = await SendAsync(EmbeddingRequest.Body(_options.Model, texts, places), cancellation);
        if (attempt.IsRefusal && places.Length > 1)
        {
            var half = places.Length / 2;
            _maxTexts = Math.Min(_maxTexts, Math.Max(1, half));
            var first = await AskAsync(texts, places[..half], cancellation);
            var second = await AskAsync(texts, places[half..], cancellation);
            return [.. first, .. second];
        }

        if (!attempt.IsSuccess)
        {
            throw _failure.Status(attempt, places.Length, places.Sum(place => (long)texts[place].Length));
        }

        try
        {
            return EmbeddingAnswer.Read(attempt.Body, places.Length);
        }
        catch (FormatException exception)
        {
            throw _failure.BadAnswer(exception);
        }
    }

    private async Task<Attempt> SendAsync(byte[] body, CancellationToken cancellation)
    {
        await _requests.WaitAsync(cancellation);
        try
        {
            return await _endpoint.SendAsync(body, cancellation);
        }
        catch (Polly.CircuitBreaker.BrokenCircuitException)
        {
            throw _failure.Resting();
        }
        catch (Exception exception) when (EmbeddingEndpoint.IsUnreadable(exception))
        {
            throw _failure.BadAnswer(exception);
        }
        catch (Exception exception) when (EmbeddingEndpoint.IsNoAnswer(exception))
        {
            throw _failure.NoAnswer(exception);
        }
        finally
        {
            _requests.Release();
        }
    }

    private void Store(ReadOnlySpan<float> answer, Span<float> vector)
    {
        if (answer.Length != vector.Length)
        {
            throw _failure.WrongLength(answer.Length, vector.Length);
        }

        answer.CopyTo(vector);
        if (!UnitLength.TryApply(vector))
        {
            throw _failure.BadAnswer(new FormatException("a vector holds something that is no number"));
        }
    }
}
