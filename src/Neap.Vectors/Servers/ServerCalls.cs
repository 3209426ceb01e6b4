using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Servers;

/// <summary>Requests to a vector server: bounded in time, repeated where that may help, named where it does not.</summary>
/// <remarks>Whether an answer was lost before or after the server did its part makes no difference: all requests may be repeated.</remarks>
internal sealed class ServerCalls(StoreAddress.Server address, TimeProvider clock) : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false, // the key is for this server
    })
    {
        Timeout = Limit,
    };

    /// <summary>The header that carries the key.</summary>
    public required Func<string, AuthenticationHeaderValue?> Authorization { get; init; }

    /// <summary>Another header that carries the key; null where there is none.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Asks, and answers with the body; null where the server says that it does not know the thing.</summary>
    /// <exception cref="NeapException">The server does not answer, refuses, or answers wrongly.</exception>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, pause, lost) = await TryAsync(method, path, body, cancellation).ConfigureAwait(false);
            if (answer is not null || attempt == Attempts)
            {
                return answer is null ? throw Unreachable(lost) : Read(answer.Value);
            }

            var wait = pause ?? FirstPause * Math.Pow(2, attempt - 1) * (0.5 + (Random.Shared.NextDouble() / 2));
            await Task.Delay(wait < LongestPause ? wait : LongestPause, clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Asks about what has to be there: "not found" is then a wrong answer, and neither a success nor an empty list.</summary>
    /// <exception cref="NeapException">As <see cref="AskAsync"/>, and where the server does not know the thing.</exception>
    public async Task<JsonNode> RequireAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation) =>
        await AskAsync(method, path, body, cancellation).ConfigureAwait(false)
        ?? throw Wrong($"\"not found\" to {method} {path.Split('?')[0]}", null);

    /// <summary>Asks a server for its version.</summary>
    /// <param name="name">Whose server it should be.</param>
    /// <param name="path">Where it introduces itself.</param>
    /// <param name="versionOf">The version out of the answer; null where no such server answers so.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">It does not answer, refuses the key, or is another server.</exception>
    public async Task<string> VersionAsync(
        string name, string path, Func<JsonObject, string?> versionOf, CancellationToken cancellation)
    {
        JsonNode? about;
        try
        {
            about = await AskAsync(HttpMethod.Get, path, null, cancellation).ConfigureAwait(false);
        }
        catch (NeapException wrong) when (wrong.Kind == FailureKind.BadAnswer)
        {
            throw Another(name, wrong);
        }

        return about is JsonObject said && versionOf(said) is { } version ? version : throw Another(name, null);
    }

    /// <summary>A text of an object; null where there is none.</summary>
    public static string? Text(JsonObject thing, string name) =>
        thing[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>What stands in an answer under names, each inside the one before; null where there is no such thing.</summary>
    public static JsonNode? Inside(JsonNode? answer, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            answer = (answer as JsonObject)?[name];
        }

        return answer;
    }

    /// <summary>Makes a thing; a server that refuses because the thing is there has made it for an earlier request of ours.</summary>
    public async Task MakeAsync(
        (HttpMethod Method, string Path) make, string thing, JsonNode body, CancellationToken cancellation)
    {
        try
        {
            await RequireAsync(make.Method, make.Path, body, cancellation).ConfigureAwait(false);
        }
        catch (NeapException refused) when (refused.Kind == FailureKind.BadAnswer)
        {
            if (await AskAsync(HttpMethod.Get, thing, null, cancellation).ConfigureAwait(false) is null)
            {
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<((HttpStatusCode Status, string Body)? Answer, TimeSpan? Pause, Exception? Lost)> TryAsync(
        HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{address.Url.AbsoluteUri.TrimEnd('/')}/{path}"));
        if (address.Key is { } key)
        {
            request.Headers.Authorization = Authorization(key);
            _ = KeyHeader is null || request.Headers.TryAddWithoutValidation(KeyHeader, key);
        }

        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode && text.Length == 0)
            {
                return (null, null, new IOException("The answer was cut off.")); // these servers always say something
            }

            return IsPassing(answer.StatusCode)
                ? (null, answer.Headers.RetryAfter?.Delta, Limited(answer.StatusCode))
                : ((answer.StatusCode, text), null, null);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AuthenticationException reason)
        {
            throw Distrusted(reason);
        }
        catch (Exception lost) when (
            lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, null, lost);
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private JsonNode? Read((HttpStatusCode Status, string Body) answer) => answer.Status switch
    {
        HttpStatusCode.NotFound => null,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new NeapException(
            FailureKind.Unauthorized,
            address.Key is null ? $"{address} asks for a key." : $"{address} refuses the key.",
            "Nothing was changed. Put the right one into NEAP_STORE_PASSWORD, or into a file that NEAP_STORE_PASSWORD_FILE names."),
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Parsed(answer.Body),
        _ => throw Wrong($"status {(int)answer.Status}", null),
    };

    private JsonNode Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body) ?? new JsonObject();
        }
        catch (JsonException wrong)
        {
            throw Wrong("something that is no JSON", wrong);
        }
    }

    private static NeapException? Limited(HttpStatusCode status) => status != HttpStatusCode.TooManyRequests ? null : new(
        FailureKind.RateLimited, "The server asks to be called less often.", "Nothing was lost.");

    /// <summary>Asked again, it would show the same certificate.</summary>
    private NeapException Distrusted(AuthenticationException reason) => new(
        FailureKind.StoreUnfit,
        $"{address} shows a certificate that is not trusted for its name, or does not encrypt at all.",
        "Nothing was sent to it, and what is still to be sent is kept. Put the certificate of the authority behind it into a file that SSL_CERT_FILE names; a server without encryption is named with +http, such as qdrant+http://host:6333.",
        reason);

    private NeapException Unreachable(Exception? lost) => new(
        lost is NeapException ? FailureKind.RateLimited : FailureKind.Unreachable,
        lost is NeapException limited ? $"{address}: {limited.Message}" : $"The store {address} does not answer.",
        "What git holds is safe, and what is still to be sent is kept. Run `neap index sync` again when the server is back; it goes on.",
        lost);

    /// <summary>Somebody else answers at the address.</summary>
    public NeapException Another(string name, Exception? inner) => new(
        FailureKind.BadAnswer,
        $"What answers at {address} is no {name} server.",
        $"Nothing was done. Check host and port; {name} listens at {(address.Kind == ServerKind.Qdrant ? 6333 : 8080)} unless it is told otherwise.",
        inner);

    /// <summary>What the server answers is not what its published contract allows.</summary>
    public NeapException Wrong(string what, Exception? inner) => new(
        FailureKind.BadAnswer,
        $"The store {address} answers with {what}.",
        "Nothing was taken over. Check the version of the server (`neap store check`).",
        inner);
}
