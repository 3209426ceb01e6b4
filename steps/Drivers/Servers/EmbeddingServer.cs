using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions.Execution;
using Specs.Drawings;

namespace Drivers;

/// <summary>
/// An OpenAI-compatible server on this machine that makes vectors from the digest of a text, and fails when told to. A text
/// that speaks of degrees, such as <c>a course of 30 degrees</c>, gets the vector that points there, so that it is known what
/// is nearer to what.
/// </summary>
public sealed partial class EmbeddingServer(Workspace workspace, NeapCommand neap, RunTimeline timeline) : IDisposable
{
    private const int Dimensions = 8;
    private const string LengthQuestion = "dimensions"; // what the engine sends to learn the length of a vector
    private const int AddressInUse = 98; // EADDRINUSE on Linux
    private readonly List<Trouble> _troubles = [];
    private HttpListener _listener = new();
    private readonly ConcurrentBag<string> _texts = [];
    private int _calls;
    private int _answered = int.MaxValue;
    private volatile bool _isHolding;
    private TaskCompletionSource _patience = new();
    private string? _poison;
    private Gathering? _together;

    /// <summary>Starts it; every later command of the scenario asks it for vectors.</summary>
    public void Start()
    {
        string address;
        do
        {
            address = $"http://127.0.0.1:{FreePort.Choose()}/";
        }
        while (!Claims(address));
        workspace.Variables["NEAP_EMBEDDER"] = "http";
        workspace.Variables["NEAP_EMBEDDER_URL"] = $"{address}v1";
        workspace.Variables["NEAP_EMBEDDER_MODEL"] = "digest";
        _ = ServeAsync();
    }

    /// <summary>How long it takes to answer a call.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Answers nobody until so many wait together, or until it is certain that they do not; then everybody.</summary>
    public void WaitFor(int callers) => _together = new Gathering(callers);

    /// <summary>Answers so many more calls and lets the others wait; asking for the length of a vector does not count.</summary>
    public void HoldAfter(int calls) => (_answered, _isHolding, _patience) = (calls, false, new TaskCompletionSource());

    /// <summary>True while somebody waits because calls are held.</summary>
    public bool IsHolding => _isHolding;

    /// <summary>Answers whoever waits, and everybody from now on.</summary>
    public void LetGo()
    {
        (_answered, _isHolding) = (int.MaxValue, false);
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
    public void ShouldHaveFailedAsPlanned() => _troubles.Where(trouble => trouble.Call > _calls).Select(trouble => trouble.What)
        .Should().BeEmpty("the embedding server was called {0} times, and everything planned has to happen", _calls);

    /// <summary>It made <c>every vector</c> of the index, or <c>no vector twice</c>.</summary>
    public Task ShouldHaveMadeAsync(string what) =>
        what == "every vector" ? ShouldHaveMadeEveryVectorAsync() : ShouldHaveMadeNoVectorTwiceAsync();

    /// <summary>No text of the index was sent to the server twice; asking for the length of a vector does not count.</summary>
    private async Task ShouldHaveMadeNoVectorTwiceAsync()
    {
        var export = await neap.RunInsideAsync(workspace.Root, "index", "export", "--vectors");
        var own = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => VectorOf(JsonDocument.Parse(line).RootElement))
            .DistinctBy(vector => string.Join(' ', vector)).ToList();
        var sent = _texts.Where(text => own.Exists(vector => IsSame(vector, text))).ToList();
        var twice = sent.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        using var both = new AssertionScope();
        twice.Should().BeEmpty("no text is sent twice");
        sent.Count.Should().BeGreaterThanOrEqualTo(own.Count, "every text of the index is sent");
    }

    /// <summary>Each entry's vector is the one that the server makes of its text.</summary>
    private async Task ShouldHaveMadeEveryVectorAsync()
    {
        var export = await neap.RunInsideAsync(workspace.Root, "index", "export", "--text", "--vectors");
        var lines = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().NotBeEmpty("the index holds vectors");
        var others = lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => !IsSame(VectorOf(entry), entry.GetProperty("text").GetString()!))
            .Select(entry => entry.GetProperty("path").ToString());
        others.Should().BeEmpty("every vector is the server's");
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
        if (_together is { } together)
        {
            _ = AnswerLaterAsync(context, null, together.JoinAsync());
        }
        else if (_answered != int.MaxValue)
        {
            AnswerOrHold(context);
        }
        else if (Latency == TimeSpan.Zero)
        {
            Answer(context, TextsOf(context.Request));
        }
        else
        {
            _ = AnswerLaterAsync(context, null, Task.Delay(Latency, TimeProvider.System));
        }
    }

    private void AnswerOrHold(HttpListenerContext context)
    {
        var texts = TextsOf(context.Request);
        if (texts is [LengthQuestion] || _answered-- > 0)
        {
            Answer(context, texts);
            return;
        }

        _ = AnswerLaterAsync(context, texts, _patience.Task);
        _isHolding = true;
    }

    private async Task AnswerLaterAsync(HttpListenerContext context, string[]? texts, Task patience)
    {
        try
        {
            await patience;
            Answer(context, texts ?? TextsOf(context.Request));
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            return; // the caller gave up
        }
    }

    private static string[] TextsOf(HttpListenerRequest request)
    {
        using var body = JsonDocument.Parse(request.InputStream);
        return [.. body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
    }

    private void Answer(HttpListenerContext context, string[] texts)
    {
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
        if (Degrees().Match(text) is { Success: true } course)
        {
            var (sine, cosine) = Math.SinCos(double.DegreesToRadians(int.Parse(course.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            return [(float)cosine, (float)sine, .. new float[Dimensions - 2]];
        }

        var numbers = SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(Dimensions).Select(value => value - 127.5).ToArray();
        var length = Math.Sqrt(numbers.Sum(number => number * number));
        return [.. numbers.Select(number => (float)(number / length))];
    }

    private static float[] VectorOf(JsonElement entry) =>
        [.. entry.GetProperty("vector").EnumerateArray().Select(number => number.GetSingle())];

    /// <summary>On its way through a store a vector loses its last digits.</summary>
    private static bool IsSame(float[] vector, string text) =>
        vector.Zip(Normalised(text), (left, right) => Math.Abs(left - right)).All(off => off <= 1e-5);

    [GeneratedRegex("([0-9]+) degrees")]
    private static partial Regex Degrees();

    private sealed record Trouble(string What, int Call)
    {
        public bool IsLasting { get; init; }
    }
}
