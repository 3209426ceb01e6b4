using System.Net;

namespace Neap.Vectors.Embedding;

/// <summary>What came back from one request.</summary>
/// <param name="Status">The status.</param>
/// <param name="RetryAfter">How long the server wants to be left alone; null where it does not say.</param>
/// <param name="Body">The body.</param>
internal sealed record Attempt(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The server has trouble that may pass.</summary>
    public bool IsServerFault => (int)Status >= 500 || Status == HttpStatusCode.RequestTimeout;

    /// <summary>The same request may succeed later.</summary>
    public bool IsTransient => IsServerFault || Status == HttpStatusCode.TooManyRequests;

    /// <summary>The request is too large or wrong; a smaller one may be accepted.</summary>
    public bool IsRefusal => Status is HttpStatusCode.BadRequest
        or HttpStatusCode.RequestEntityTooLarge
        or HttpStatusCode.UnprocessableEntity;
}
