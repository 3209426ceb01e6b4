using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Neap.Vectors.Sqlite;

namespace Drivers;

/// <summary>Makes real failures: each is what the system or a library throws when it really happens.</summary>
public static class Causes
{
    private static readonly Dictionary<string, Func<Task>> Known = new()
    {
        ["a server refuses the connection"] = RefuseAsync,
        ["a host has no address"] = () => Dns.GetHostAddressesAsync("nowhere.invalid"),
        ["a server answers with status 500"] = () => AnswerAsync(HttpStatusCode.InternalServerError),
        ["a server answers with status 503"] = () => AnswerAsync(HttpStatusCode.ServiceUnavailable),
        ["a server answers with status 504"] = () => AnswerAsync(HttpStatusCode.GatewayTimeout),
        ["a server answers with status 429"] = () => AnswerAsync(HttpStatusCode.TooManyRequests),
        ["a server answers with status 400"] = () => AnswerAsync(HttpStatusCode.BadRequest),
        ["a server answers with status 401"] = () => AnswerAsync(HttpStatusCode.Unauthorized),
        ["a server answers with status 408"] = () => AnswerAsync(HttpStatusCode.RequestTimeout),
        ["a server answers with status 507"] = () => AnswerAsync(HttpStatusCode.InsufficientStorage),
        ["a server speaks another language"] = BabbleAsync,
        ["a server hangs up in the middle of its answer"] = HangUpAsync,
        ["a program is not installed"] = () => Task.FromResult(Process.Start("/nowhere/program")),
        ["a disk cannot read a file"] = () => ReadAsync("/proc/self/mem"),
        ["an answer takes too long"] = () => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromTicks(1)),
        ["a file is not there"] = () => ReadAsync("/nowhere/at-all.txt"),
        ["a folder is read as a file"] = () => ReadAsync("/"),
        ["bytes are no UTF-8"] = () => Task.FromResult(new UTF8Encoding(false, true).GetString([0xff, 0xfe, 0x00, 0x00])),
        ["more memory is asked for than there can be"] = () => Task.FromResult(new byte[int.MaxValue]),
        ["a database file is no database"] = QueryAsync,
        ["input is no JSON"] = () => Task.FromResult(JsonDocument.Parse("{")),
        ["a word stands where a number is needed"] = () => Task.FromResult(int.Parse("many", null)),
        ["something happens that nobody foresaw"] = () => Task.FromResult(Array.Empty<int>().First()),
    };

    /// <summary>Makes it happen and returns what was thrown; "a file named … is not there" takes any name.</summary>
    public static async Task<Exception> HappenAsync(string cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        const string Named = "a file named ";
        var call = cause.StartsWith(Named, StringComparison.Ordinal)
            ? () => ReadAsync($"/nowhere/{cause[Named.Length..].Split(' ')[0]}")
            : Known.GetValueOrDefault(cause)
                ?? throw new SpecException($"Nobody can make \"{cause}\" happen; known are: {string.Join("; ", Known.Keys)}.");
        try
        {
            await call();
        }
        catch (Exception thrown) when (thrown is not SpecException)
        {
            return thrown;
        }

        throw new SpecException($"\"{cause}\" was to fail and did not.");
    }

    private static async Task RefuseAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, FreePort.Choose());
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpStatusCode status)
    {
        using var answer = new HttpResponseMessage(status);
        return Task.FromResult(answer.EnsureSuccessStatusCode());
    }

    private static Task BabbleAsync() => AskAsync("The time is nine o'clock.\r\n\r\n");

    private static Task HangUpAsync() => AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of");

    /// <summary>Asks a server that says this to everybody and hangs up.</summary>
    private static async Task AskAsync(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new HttpClient();
        var asking = client.GetStringAsync(new Uri($"http://{listener.LocalEndpoint}/"));
        using (var socket = await listener.AcceptSocketAsync())
        {
            await socket.ReceiveAsync(new byte[1024]);
            await socket.SendAsync(Encoding.ASCII.GetBytes(answer));
        }

        await asking;
    }

    private static async Task ReadAsync(string path) => await File.ReadAllBytesAsync(path);

    private static async Task QueryAsync()
    {
        SqliteNative.ShareWithMicrosoftData();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("no database at all ", 200)));
            await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            await command.ExecuteScalarAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
