using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>A real vector server that a variable of the environment names.</summary>
/// <remarks>
/// It stands behind a <see cref="StandIn"/>, which passes on what keeps the published contract and holds the server's
/// answers to it; so troubles can be planned as ever. Its collections that Neap made belong to the scenario that uses it.
/// </remarks>
public abstract class LiveServer : IPointKeeper, IDisposable
{
    /// <summary>How the names of all collections begin that Neap makes.</summary>
    protected const string OwnPrefix = "Neap_";

    private readonly HttpClient _http;

    /// <param name="address">Where it answers; a password in it is the key that the server asks for.</param>
    protected LiveServer(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var key = Uri.UnescapeDataString(address.UserInfo.Split(':', 2).ElementAtOrDefault(1) ?? "");
        _http = new HttpClient { BaseAddress = new UriBuilder(address) { UserName = "", Password = "" }.Uri };
        if (key.Length > 0)
        {
            _http.DefaultRequestHeaders.Add("api-key", key);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(string Collection, KeptPoint Point)> All =>
        Collections().SelectMany(collection => Points(collection).Select(point => (collection, point)));

    /// <summary>The calls of a contract, answered by this server.</summary>
    public IReadOnlyList<PublishedCall> Behind(IEnumerable<PublishedCall> contract) =>
        [.. contract.Select(call => call with { Do = asked => Pass(call.Method, asked) })];

    /// <inheritdoc/>
    public void Clear() => Collections().ToList().ForEach(Drop);

    /// <inheritdoc/>
    public abstract void Put(string collection, KeptPoint point);

    /// <inheritdoc/>
    public abstract void Remove(string collection, string id);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The collections that Neap made.</summary>
    protected abstract IEnumerable<string> Collections();

    /// <summary>The points of a collection.</summary>
    protected abstract IEnumerable<KeptPoint> Points(string collection);

    /// <summary>Removes a collection.</summary>
    protected abstract void Drop(string collection);

    /// <summary>Asks the server.</summary>
    /// <exception cref="SpecException">It refuses.</exception>
    protected JsonNode? Ask(string method, string path, JsonNode? body = null)
    {
        var (status, answer) = Send(method, path, body);
        return status is >= 200 and < 300
            ? answer
            : throw new SpecException($"{_http.BaseAddress} answers {method} {path} with status {status}: {answer?.ToJsonString()}");
    }

    /// <summary>Lets go of the connections.</summary>
    protected virtual void Dispose(bool disposing) => _http.Dispose();

    private (int Status, JsonNode? Body) Pass(string method, Asked asked)
    {
        var parameters = string.Join('&', asked.Parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return Send(method, $"{asked.Parts.Value}{(parameters.Length > 0 ? "?" : "")}{parameters}", asked.Body);
    }

    private (int Status, JsonNode? Body) Send(string method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = _http.Send(request);
            using var reader = new StreamReader(answer.Content.ReadAsStream(), Encoding.UTF8);
            var text = reader.ReadToEnd();
            return ((int)answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
        }
        catch (Exception lost) when (lost is HttpRequestException or JsonException)
        {
            throw new SpecException($"{_http.BaseAddress} does not answer {method} {path} with JSON: {lost.Message}", lost);
        }
    }
}
