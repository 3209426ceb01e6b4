using System.ComponentModel;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Neap.Core;

/// <summary>Finds a failure's category by the type of an exception, a status or a code; words in a message do not count.</summary>
public static class FailureClassifier
{
    private const int NoSuchFile = 2;
    private const int NoMemory = 12;
    private const int TooManyFiles = 24;
    private const int TimedOut = 110;
    private const int ConnectionRefused = 111;

    /// <summary>
    /// Whole texts that other programs print without a code, each with the category that is documented for it. A text
    /// that merely contains one of them is not in the table.
    /// </summary>
    private static readonly Dictionary<string, FailureCategory> Documented = new(StringComparer.Ordinal)
    {
        ["Connection refused"] = FailureCategory.Network,
        ["Rate limit exceeded"] = FailureCategory.RateLimit,
        ["No such file or directory"] = FailureCategory.FileSystem,
        ["Invalid UTF-8 encoding"] = FailureCategory.Encoding,
        ["Out of memory"] = FailureCategory.Memory,
    };

    /// <summary>The category of an exception: of itself, or of the first cause inside that says more.</summary>
    public static FailureCategory CategoryOf(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Own(cause) is { } category)
            {
                return category;
            }
        }

        return failure is IOException ? FailureCategory.FileSystem : FailureCategory.Unknown;
    }

    /// <summary>The category of a whole text that another program printed without a code.</summary>
    public static FailureCategory CategoryOfText(string text) =>
        Documented.GetValueOrDefault(text, FailureCategory.Unknown);

    /// <summary>How much a failure asks for attention when it happens the <paramref name="attempt"/>-th time, from 1.</summary>
    /// <remarks>The last try of a policy is one step worse than the first, because now the work stays undone.</remarks>
    public static Severity SeverityOf(FailureCategory category, int attempt)
    {
        var policy = RetryPolicies.Of(category);
        var first = category switch
        {
            FailureCategory.Memory => Severity.High,
            FailureCategory.Store or FailureCategory.RateLimit or FailureCategory.Timeout or FailureCategory.Unknown =>
                Severity.Medium,
            _ => Severity.Low,
        };
        return policy.Retries && attempt >= policy.Attempts ? first + 1 : first;
    }

    private static FailureCategory? Own(Exception cause) => cause switch
    {
        NeapException known => OfKind(known),
        OutOfMemoryException or InsufficientExecutionStackException => FailureCategory.Memory,
        TimeoutException => FailureCategory.Timeout,
        SocketException socket => OfSocket(socket.SocketErrorCode),
        HttpRequestException { StatusCode: { } status } => OfStatus(status),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => FailureCategory.Validation,
        HttpRequestException { InnerException: null } => FailureCategory.Network,
        DbException database => OfDatabase(database),
        Win32Exception system => OfSystem(system.NativeErrorCode),
        _ => OfInput(cause),
    };

    private static FailureCategory? OfInput(Exception cause) => cause switch
    {
        DecoderFallbackException or EncoderFallbackException => FailureCategory.Encoding,
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException or DriveNotFoundException
            or UnauthorizedAccessException => FailureCategory.FileSystem,
        HttpIOException => FailureCategory.Network,
        IOException { InnerException: null } => FailureCategory.FileSystem,
        ArgumentException or FormatException or JsonException or InvalidDataException => FailureCategory.Validation,
        _ => null,
    };

    /// <summary>The category of an HTTP status.</summary>
    public static FailureCategory OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => FailureCategory.RateLimit,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => FailureCategory.Timeout,
        HttpStatusCode.InsufficientStorage => FailureCategory.Store,
        >= HttpStatusCode.InternalServerError => FailureCategory.Network,
        >= HttpStatusCode.BadRequest => FailureCategory.Validation,
        _ => FailureCategory.Unknown,
    };

    private static FailureCategory? OfKind(NeapException known) => known.Kind switch
    {
        _ when known.Category is { } said => said,
        FailureKind.RateLimited => FailureCategory.RateLimit,
        FailureKind.ObjectUnreadable or FailureKind.NotWritable or FailureKind.DiskFull => FailureCategory.FileSystem,
        FailureKind.Unreachable when known.InnerException is null => FailureCategory.Network,
        FailureKind.Unreachable => Own(known.InnerException!) ?? FailureCategory.Network,
        FailureKind.HeldByAnother or FailureKind.IndexDamaged => FailureCategory.Store,
        _ => FailureCategory.Validation,
    };

    private static FailureCategory OfSocket(SocketError error) => error switch
    {
        SocketError.TimedOut => FailureCategory.Timeout,
        SocketError.NoBufferSpaceAvailable => FailureCategory.Memory,
        SocketError.TooManyOpenSockets => FailureCategory.FileSystem,
        _ => FailureCategory.Network,
    };

    /// <summary>By the class of the SQLSTATE, the first two characters; a database that gives none is a store.</summary>
    private static FailureCategory OfDatabase(DbException database) => database.SqlState switch
    {
        "57014" => FailureCategory.Timeout,
        "53200" => FailureCategory.Memory,
        "53300" => FailureCategory.RateLimit,
        null when database.InnerException is { } cause => Own(cause) ?? FailureCategory.Store,
        ['0', '8', ..] => FailureCategory.Network,
        ['2', '2', ..] or ['2', '3', ..] or ['4', '2', ..] => FailureCategory.Validation,
        _ => FailureCategory.Store,
    };

    private static FailureCategory? OfSystem(int code) => code switch
    {
        NoSuchFile or TooManyFiles => FailureCategory.FileSystem,
        NoMemory => FailureCategory.Memory,
        TimedOut => FailureCategory.Timeout,
        ConnectionRefused => FailureCategory.Network,
        _ => null,
    };
}
