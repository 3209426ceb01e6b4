using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>
/// A server on this machine that keeps a published contract: it routes only published methods and paths, refuses what is
/// not declared, looks at its own answers, and fails the scenario (status 599) on a violation. It is no vector server.
/// </summary>
public sealed class StandIn : IDisposable
{
    private const string OneRefused = "refuses one object";
    private const string OldVersion = "is too old";
    private const int Violated = 599;
    private const int AddressInUse = 98; // EADDRINUSE on Linux
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(300);

    /// <summary>What is answered instead of the answer, by trouble; no status where there is none.</summary>
    private static readonly Dictionary<string, (int Status, string Body)> Instead = new()
    {
        ["cuts the connection"] = (0, ""),
        ["asks to wait"] = (429, ""),
        ["refuses the key"] = (401, ""),
        ["knows no such page"] = (404, "no such page"),
        ["has moved"] = ((int)HttpStatusCode.TemporaryRedirect, ""),
        ["says nothing of what was asked"] = (200, "{}"),
        ["answers with a list"] = (200, "[]"),
        ["answers as another program does"] = (200, """{"name":"another program","version":"8.15.0"}"""),
    };

    private static readonly string[] AfterAll = ["is slow", "loses the reply", OneRefused, OldVersion];

    private readonly IReadOnlyList<PublishedCall> _contract;
    private readonly List<string> _violations = [];
    private readonly List<(string What, int Call)> _troubles = [];
    private readonly Lock _turn = new();
    private HttpListener _listener = new();
    private int _calls;

    /// <summary>Starts a server with a contract.</summary>
    /// <param name="label">Which contract it is verified against.</param>
    /// <param name="contract">The calls.</param>
    public StandIn(string label, IReadOnlyList<PublishedCall> contract)
    {
        (Label, _contract) = (label, contract);
        Claim(FreePort.Choose());
    }

    /// <summary>What the scenarios prove with it.</summary>
    public string Label { get; }

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>The key that it asks for; null where it asks for none.</summary>
    public string? Key { get; set; }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Plans trouble for a call, counted from now on; it has to happen.</summary>
    public void Plan(string what, int call)
    {
        Instead.Keys.Concat(AfterAll).Should().Contain(what, "a server can have no other trouble");
        _troubles.Add((what, _calls + call));
    }

    /// <summary>Stops listening; what it keeps stays.</summary>
    public void GoDown() => _listener.Close();

    /// <summary>Listens again at the same place.</summary>
    public void ComeBack() => Claim(Port);

    /// <summary>Everybody kept the contract, and all trouble happened.</summary>
    public void ShouldHaveBeenKept()
    {
        if (_violations.Count > 0)
        {
            throw new SpecException($"{Label}, which was not kept:\n  {string.Join("\n  ", _violations.Distinct())}");
        }

        if (_troubles.Find(trouble => trouble.Call > _calls) is { What: { } never })
        {
            throw new SpecException($"The server was called {_calls} times; \"{never}\" never happened.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private void Claim(int port)
    {
        for (Port = port; ; Port = FreePort.Choose())
        {
            _listener = new HttpListener();
            _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
            try
            {
                _listener.Start();
                _ = ServeAsync(_listener);
                return;
            }
            catch (HttpListenerException taken) when (taken.ErrorCode == AddressInUse)
            {
                _listener.Close();
            }
        }
    }

    private async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return; // the server went down
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var trouble = NextTrouble();
        await Task.Delay(Latency, TimeProvider.System);
        if (trouble == "is slow")
        {
            await Task.Delay(Slowness, TimeProvider.System);
        }

        var (status, body) = Instead.TryGetValue(trouble ?? "", out var instead) ? instead : Do(context.Request, trouble);
        if (trouble is "cuts the connection" or "loses the reply")
        {
            context.Response.ContentLength64 = 1; // announced, and never sent
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers["Retry-After"] = "0";
        context.Response.Headers["Location"] = status == (int)HttpStatusCode.TemporaryRedirect ? "/elsewhere" : null;
        context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
    }

    private static bool Carries(HttpListenerRequest request, string key) =>
        request.Headers["api-key"] == key || request.Headers["Authorization"] == $"Bearer {key}";

    private string? NextTrouble()
    {
        lock (_turn)
        {
            _calls++;
            return _troubles.Find(trouble => trouble.Call == _calls).What;
        }
    }

    private (int Status, string Body) Do(HttpListenerRequest request, string? trouble)
    {
        var path = request.Url!.AbsolutePath;
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        lock (_turn)
        {
            foreach (var call in _contract)
            {
                if (call.Matches(request.HttpMethod, path) is { } parts)
                {
                    if (Key is not null && !call.IsOpen && !Carries(request, Key))
                    {
                        return (401, "");
                    }

                    var asked = new Asked(parts, Parameters(request), text.Length > 0 ? JsonNode.Parse(text) : null);
                    var (status, body) = Do(call, asked, $"{request.HttpMethod} {path}", trouble);
                    return (status, body?.ToJsonString() ?? "");
                }
            }

            return (Violate([$"{request.HttpMethod} {path} is not published"]).Status, "");
        }
    }

    private (int Status, JsonNode? Body) Do(PublishedCall call, Asked asked, string what, string? trouble)
    {
        var wrong = call.Violations(asked).Select(violation => $"{what}: {violation}").ToList();
        if (wrong.Count > 0)
        {
            return Violate(wrong);
        }

        try
        {
            var (status, body) = trouble == OneRefused ? RefuseOne(call, asked) : call.Do(asked);
            var own = call.OwnViolations(status, body).Select(violation => $"{what}: {violation}").ToList();
            return own.Count > 0 ? Violate(own) : (status, trouble == OldVersion ? Aged(body) : body);
        }
        catch (SpecException broken)
        {
            return Violate([$"{what}: {broken.Message}"]);
        }
    }

    private static (int Status, JsonNode? Body) RefuseOne(PublishedCall call, Asked asked) => call.RefuseOne is { } refuse
        ? refuse(asked, call.Do)
        : throw new SpecException("takes all or nothing, and was told to refuse one object");

    private static JsonNode? Aged(JsonNode? about)
    {
        about!["version"] = "1.9.0";
        return about;
    }

    private (int Status, JsonNode? Body) Violate(IReadOnlyList<string> violations)
    {
        _violations.AddRange(violations);
        return (Violated, null);
    }

    private static Dictionary<string, string> Parameters(HttpListenerRequest request) =>
        request.QueryString.AllKeys.OfType<string>().ToDictionary(name => name, name => request.QueryString[name]!);
}
