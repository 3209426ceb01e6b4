using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>The few requests of the Docker Engine interface that the suite needs, over its unix socket.</summary>
public sealed class DockerEngine : IContainers
{
    /// <summary>Where the engine listens.</summary>
    public const string Socket = "/var/run/docker.sock";

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync })
    {
        BaseAddress = new Uri("http://engine/"),
        Timeout = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public async Task<string?> WhyNotAsync(TimeSpan limit)
    {
        if (!File.Exists(Socket))
        {
            return $"no container engine listens at {Socket}";
        }

        using var patience = new CancellationTokenSource(limit);
        try
        {
            using var answer = await _http.GetAsync("_ping", patience.Token);
            return answer.IsSuccessStatusCode ? null : $"the container engine answers {(int)answer.StatusCode}";
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return $"the container engine does not answer: {silent.Message}";
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasImageAsync(string image)
    {
        using var answer = await _http.GetAsync($"images/{image}/json");
        return answer.IsSuccessStatusCode;
    }

    /// <inheritdoc/>
    public async Task<string> RunAsync(ContainerPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var made = await SendAsync(HttpMethod.Post, "containers/create", plan.ToJson());
        var id = made!["Id"]!.GetValue<string>();
        await SendAsync(HttpMethod.Post, $"containers/{id}/start");
        return id;
    }

    /// <inheritdoc/>
    public Task TellAsync(string id, ContainerOrder order) => SendAsync(HttpMethod.Post, order switch
    {
        ContainerOrder.Kill => $"containers/{id}/kill?signal=KILL",
        ContainerOrder.Start => $"containers/{id}/start",
        _ => $"containers/{id}/pause",
    });

    /// <inheritdoc/>
    public async Task RemoveAsync(string id)
    {
        using var gone = await _http.DeleteAsync($"containers/{id}?force=true&v=true");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Id, IReadOnlyDictionary<string, string> Labels)>> ListAsync(string label)
    {
        var filter = Uri.EscapeDataString($$"""{"label":["{{label}}"]}""");
        var all = await SendAsync(HttpMethod.Get, $"containers/json?all=1&filters={filter}");
        return
        [
            .. all!.AsArray().Select(one => (
                one!["Id"]!.GetValue<string>(),
                (IReadOnlyDictionary<string, string>)one["Labels"].Deserialize<Dictionary<string, string>>()!)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified
            ? text.Length > 0 ? JsonNode.Parse(text) : null
            : throw new SpecException($"The container engine refused {method} {path}: {text}");
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
