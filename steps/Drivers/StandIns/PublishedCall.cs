using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>One method and path of a published contract, with everything that a request of it may say.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, as a pattern whose groups name its parts.</param>
public sealed record PublishedCall(string Method, string Path)
{
    /// <summary>Parameters that may follow the question mark.</summary>
    public string[] Parameters { get; init; } = [];

    /// <summary>Parameters, with their values, that have to follow it: <c>wait=true</c>.</summary>
    public string[] RequiredParameters { get; init; } = [];

    /// <summary>True where the server answers this call without its key.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Places of the body that may be set, such as <c>points.payload.*</c>; a list is entered without a number.</summary>
    public string[] Body { get; init; } = [];

    /// <summary>Places of the body that have to be set.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Places of the answer that have to be there, so that the stand-in keeps the contract as well.</summary>
    public string[] Answer { get; init; } = [];

    /// <summary>Does what the server does; the first value is the status, the second the body.</summary>
    public required Func<Asked, (int Status, JsonNode? Body)> Do { get; init; }

    /// <summary>
    /// Does it for all things of a request but one, which is refused as published; the second value does what the server
    /// does. Null where a call takes all or nothing.
    /// </summary>
    public Func<Asked, Func<Asked, (int Status, JsonNode? Body)>, (int Status, JsonNode? Body)>? RefuseOne { get; init; }

    /// <summary>The parts of a path; null where it is another call's.</summary>
    public Match? Matches(string method, string path) =>
        method == Method && Regex.Match(path, $"^{Path}$", RegexOptions.CultureInvariant) is { Success: true } match ? match : null;

    /// <summary>What of a request the contract does not know, or misses.</summary>
    public IEnumerable<string> Violations(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var said = Places(asked.Body, "").Distinct().ToList();
        return asked.Parameters.Keys.Except(Parameters).Select(name => $"parameter {name} is not published")
            .Concat(RequiredParameters.Where(pair => !asked.Parameters.Any(given => $"{given.Key}={given.Value}" == pair))
                .Select(pair => $"parameter {pair} is missing"))
            .Concat(said.Where(place => !Body.Any(known => Fits(known, place))).Select(place => $"{place} is not published"))
            .Concat(Required.Where(place => !said.Contains(place)).Select(place => $"{place} is missing"));
    }

    /// <summary>What of its own answer the contract misses.</summary>
    public IEnumerable<string> OwnViolations(int status, JsonNode? body)
    {
        var said = status == 200 ? Places(body, "").ToHashSet() : [];
        return status == 200 ? Answer.Where(place => !said.Contains(place)).Select(place => $"the answer lacks {place}") : [];
    }

    private static bool Fits(string known, string place) =>
        known == place || (known.EndsWith(".*", StringComparison.Ordinal) && place.StartsWith(known[..^1], StringComparison.Ordinal))
        || known.StartsWith(place + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Places(JsonNode? node, string at) => node switch
    {
        JsonObject thing => thing.SelectMany(pair =>
            Places(pair.Value, at.Length == 0 ? pair.Key : $"{at}.{pair.Key}").Prepend(at.Length == 0 ? pair.Key : $"{at}.{pair.Key}")),
        JsonArray list => list.SelectMany(item => Places(item, at)),
        _ => [],
    };
}

/// <summary>A request as it came in.</summary>
/// <param name="Parts">The named parts of its path.</param>
/// <param name="Parameters">What follows the question mark.</param>
/// <param name="Body">Its body; null where there is none.</param>
public sealed record Asked(Match Parts, IReadOnlyDictionary<string, string> Parameters, JsonNode? Body)
{
    /// <summary>A named part of the path.</summary>
    public string this[string part] => Parts.Groups[part].Value;
}
