using System.Net;
using Neap.Core;
using Polly.Timeout;

namespace Neap.Vectors.Embedding;

/// <summary>Every way an embedding server can fail, as the person who must act reads it.</summary>
internal sealed class EmbeddingFailure(HttpEmbedderOptions options, ApiKey? key)
{
    private const int LongestComplaint = 300;
    private const string NothingLost = "Nothing of this batch was stored, and what was stored before stays.";

    private readonly string _server = EmbeddingUrl.Shown(options.BaseUrl);

    public NeapException NoAnswer(Exception cause) => new(
        FailureKind.Unreachable,
        cause is TimeoutRejectedException
            ? $"The embedding server {_server} did not answer within {options.RequestTimeout.TotalSeconds:0.#} s, "
                + $"{Tries(FailureCategory.Timeout)} times."
            : $"The embedding server {_server} could not be reached in {Tries(EmbeddingEndpoint.CategoryOf(cause))} attempts: "
                + $"{Plain(cause.GetBaseException().Message).TrimEnd('.')}.",
        $"{NothingLost} Check that the server runs and that its address is right, then run the same command again.",
        cause)
    {
        Category = EmbeddingEndpoint.CategoryOf(cause),
    };

    public NeapException Resting() => new(
        FailureKind.Unreachable,
        $"The embedding server {_server} failed {BreakerPolicy.Default.Failures} times in a row and is given a rest of "
            + $"{BreakerPolicy.Default.Pause.TotalSeconds:0} s.",
        $"{NothingLost} Look at the server, then run the same command again.");

    public NeapException BadAnswer(Exception cause) => new(
        FailureKind.BadAnswer,
        $"The embedding server {_server} answered wrongly: {Plain(cause.Message).TrimEnd('.')}.",
        $"{NothingLost} Check that the address is an OpenAI-compatible one and that {options.Model} makes embeddings.",
        cause);

    public NeapException WrongLength(int length, int expected) => new(
        FailureKind.BadAnswer,
        $"The model {options.Model} at {_server} answered with a vector of {length} numbers instead of {expected}.",
        $"{NothingLost} Set the dimensions to {length}, or to nothing, so that the server is asked.");

    public NeapException Status(Attempt attempt, int texts, long bytes) => attempt.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Unauthorized(attempt),
        HttpStatusCode.TooManyRequests => RateLimited(attempt),
        HttpStatusCode.NotFound => NotFound(attempt),
        _ when attempt.IsServerFault => Faulty(attempt),
        _ when attempt.IsRefusal => Refused(attempt, texts, bytes),
        _ => BadAnswer(new FormatException($"status {(int)attempt.Status} is not expected here")),
    };

    private NeapException Unauthorized(Attempt attempt) => new(
        FailureKind.Unauthorized,
        $"The embedding server {_server} refused the credentials (status {(int)attempt.Status}).",
        key is null
            ? $"{NothingLost} No key was sent; set one, or name a file that holds it."
            : $"{NothingLost} Check the key and that it may use the model {options.Model}.");

    private NeapException RateLimited(Attempt attempt) => new(
        FailureKind.RateLimited,
        $"The embedding server {_server} asks to be called less often"
            + (attempt.RetryAfter is { } wait ? $", again in {wait.TotalSeconds:0} s." : "."),
        $"{NothingLost} Wait and run the same command again, or allow fewer requests at once.")
    {
        RetryAfter = attempt.RetryAfter,
    };

    private NeapException NotFound(Attempt attempt) => new(
        FailureKind.Usage,
        $"The embedding server {_server} knows no such address or model as {options.Model}{Said(attempt)}.",
        $"{NothingLost} Check the address and the model's name.");

    private NeapException Faulty(Attempt attempt) => new(
        FailureKind.Unreachable,
        $"The embedding server {_server} failed in {Tries(FailureClassifier.OfStatus(attempt.Status))} attempts "
            + $"(status {(int)attempt.Status}){Said(attempt)}.",
        $"{NothingLost} Look at the server, then run the same command again.");

    private NeapException Refused(Attempt attempt, int texts, long bytes) => new(
        FailureKind.Refused,
        $"The embedding server {_server} refused {(texts == 1 ? "a text" : $"{texts} texts")} of {bytes:N0} bytes "
            + $"(status {(int)attempt.Status}){Said(attempt)}.",
        $"{NothingLost} If the text is too long for {options.Model}, use a model that takes longer ones.");

    private int Tries(FailureCategory category) =>
        Math.Min(options.MaxAttempts ?? int.MaxValue, RetryPolicies.Of(category).Attempts);

    private string Said(Attempt attempt)
    {
        var text = Plain(EmbeddingAnswer.Complaint(attempt.Body));
        return text.Length == 0 ? "" : $": {text.TrimEnd('.')}";
    }

    /// <summary>One line of bounded length, without the key, whatever a server wrote.</summary>
    private string Plain(string text)
    {
        var line = string.Concat((key?.Conceal(text) ?? text).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestComplaint ? line : line[..LongestComplaint] + "…";
    }
}
