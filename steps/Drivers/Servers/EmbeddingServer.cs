using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Specs.Drawings;

namespace Drivers;

/// <summary>An OpenAI-compatible server on this machine that makes vectors from the digest of a text, and fails when told to.</summary>
public sealed class EmbeddingServer(Workspace workspace, NeapCommand neap, RunTimeline timeline) : IDisposable
{
    private const int Dimensions = 8;
    private const int AddressInUse = 98; // EADDRINUSE on Linux
    private readonly List<Trouble> _troubles = [];
    private HttpListener _listener = new();
    private readonly ConcurrentBag<string> _texts = [];
    private int _calls;
    private int _answered = int.MaxValue;
    private TaskCompletionSource _patience = new();
    private string? _poison;

    /// <summary>Starts it; every later command of the scenario asks it for vectors.</summary>
    public void Start()
    {
        string address;
        do
        {
            address = $"http://127.0.0.1:{FreePort()}/";
        }
        while (!Claims(address));
        workspace.Variables["NEAP_EMBEDDER"] = "http";
        workspace.Variables["NEAP_EMBEDDER_URL"] = $"{address}v1";
        workspace.Variables["NEAP_EMBEDDER_MODEL"] = "digest";
        _ = ServeAsync();
    }

    /// <summary>How long it takes to answer a call.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Answers so many calls, counted from the first one ever, and lets the others wait.</summary>
    public void HoldAfter(int calls) => (_answered, _patience) = (calls, new TaskCompletionSource());

    /// <summary>Answers whoever waits, and everybody from now on.</summary>
    public void LetGo()
    {
        _answered = int.MaxValue;
        _patience.TrySetResult();
    }

    /// <summary>Plans a failure for a call, counted from 1; it has to happen.</summary>
    public void Plan(string trouble, int call) => _troubles.Add(new Trouble(trouble, call));

    /// <summary>Plans a failure for every call from one on.</summary>
    public void PlanFrom(string trouble, int call) => _troubles.Add(new Trouble(trouble, call) { IsLasting = true });

    /// <summary>Refuses, from now on, every request with a text that holds these words.</summary>
    public void Refuse(string words) => _poison = words;

    /// <summary>Is well again.</summary>
    public void Recover()
    {
        ShouldHaveFailedAsPlanned();
        _troubles.Clear();
        _poison = null;
    }

    /// <summary>Every planned failure happened.</summary>
    public void ShouldHaveFailedAsPlanned()
    {
        if (_troubles.Find(trouble => trouble.Call > _calls) is { } never)
        {
            throw new SpecException($"The embedding server was called {_calls} times; \"{never.What}\" never happened.");
        }
    }

    /// <summary>How often it was called so far.</summary>
    public int Calls => _calls;

    /// <summary>It made <c>every vector</c> of the index, or <c>no vector twice</c>.</summary>
    public Task ShouldHaveMadeAsync(string what) =>
        what == "every vector" ? ShouldHaveMadeEveryVectorAsync() : ShouldHaveMadeNoVectorTwiceAsync();

    /// <summary>No text of the index was sent to the server twice; asking for the length of a vector does not count.</summary>
    private async Task ShouldHaveMadeNoVectorTwiceAsync()
    {
        var export = await neap.RunInsideAsync(workspace.Root, "index", "export", "--text");
        var own = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToHashSet();
        var sent = _texts.Where(own.Contains).ToList();
        var twice = sent.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        if (twice.Count > 0 || sent.Count < own.Count)
        {
            throw new SpecException($"Of {own.Count} texts, {sent.Count} were sent, and these twice: {string.Join(" | ", twice)}");
        }
    }

    /// <summary>Each entry's vector is the one that the server makes of its text.</summary>
    private async Task ShouldHaveMadeEveryVectorAsync()
    {
        var export = await neap.RunInsideAsync(workspace.Root, "index", "export", "--text", "--vectors");
        var lines = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var entry in lines.Select(line => JsonDocument.Parse(line).RootElement))
        {
            var found = entry.GetProperty("vector").EnumerateArray().Select(number => number.GetSingle()).ToArray();
            var text = entry.GetProperty("text").GetString()!;
            if (found.Zip(Normalised(text), (left, right) => Math.Abs(left - right)).Any(off => off > 1e-5))
            {
                throw new SpecException($"The vector of {entry.GetProperty("path")} is not the server's.");
            }
        }

        if (lines.Length == 0)
        {
            throw new SpecException("The index holds no vector at all.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    /// <summary>Only listening claims a port; one that was free a moment ago may be somebody's connection by now.</summary>
    private bool Claims(string address)
    {
        _listener = new HttpListener();
        _listener.Prefixes.Add(address);
        try
        {
            _listener.Start();
            return true;
        }
        catch (HttpListenerException taken) when (taken.ErrorCode == AddressInUse)
        {
            _listener.Close();
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Take(await _listener.GetContextAsync());
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return; // the scenario is over
            }
        }
    }

    /// <summary>A server that takes its time answers several calls at once; a quick one answers them in their order.</summary>
    private void Take(HttpListenerContext context)
    {
        if (Latency == TimeSpan.Zero && _calls < _answered)
        {
            Answer(context);
        }
        else
        {
            _ = AnswerLaterAsync(context);
        }
    }

    private async Task AnswerLaterAsync(HttpListenerContext context)
    {
        try
        {
            await (_calls < _answered ? Task.Delay(Latency, TimeProvider.System) : _patience.Task);
            Answer(context);
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            return; // the caller gave up
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var request = JsonDocument.Parse(context.Request.InputStream);
        var texts = request.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToArray();
        Array.ForEach(texts, _texts.Add);
        var call = Interlocked.Increment(ref _calls);
        var trouble = _troubles.Find(planned => planned.Call == call || (planned.IsLasting && planned.Call < call))?.What;
        timeline.Mark("embedding server", trouble is null ? Mood.Good : Mood.Bad, trouble ?? $"call {call} answered");
        if (trouble == "hangs up")
        {
            const int Promised = 1000;
            context.Response.ContentLength64 = Promised;
            context.Response.OutputStream.Write("{"u8);
            context.Response.OutputStream.Flush();
            context.Response.Abort();
            return;
        }

        if (_poison is not null && texts.Any(text => text.Contains(_poison, StringComparison.Ordinal)))
        {
            context.Response.StatusCode = 400;
            context.Response.Close();
            return;
        }

        context.Response.StatusCode = trouble switch
        {
            "asks to wait" => 429,
            "refuses the key" => 401,
            "breaks down" => 500,
            "is overloaded" => 503,
            _ => 200,
        };
        context.Response.Headers["Retry-After"] = "0";
        var body = trouble switch
        {
            "answers with too few vectors" => Body(Vectors(texts[1..])),
            "answers in another order" => Body(Vectors(texts).Reverse()),
            "refuses the key" or "breaks down" => JsonSerializer.Serialize(new { error = new { message = Refusal(context.Request) } }),
            _ => Body(Vectors(texts)),
        };
        context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
    }

    /// <summary>Some servers say which key they do not like, and some say it whatever goes wrong.</summary>
    private static string Refusal(HttpListenerRequest request) => $"Incorrect key: {request.Headers["Authorization"]}";

    private static IEnumerable<object> Vectors(IEnumerable<string> texts) =>
        texts.Select((text, index) => new { index, embedding = Normalised(text) });

    private static string Body(IEnumerable<object> vectors) => JsonSerializer.Serialize(new { data = vectors, model = "digest" });

    private static float[] Normalised(string text)
    {
        var numbers = SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(Dimensions).Select(value => value - 127.5).ToArray();
        var length = Math.Sqrt(numbers.Sum(number => number * number));
        return [.. numbers.Select(number => (float)(number / length))];
    }

    private sealed record Trouble(string What, int Call)
    {
        public bool IsLasting { get; init; }
    }
}
