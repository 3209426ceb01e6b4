using System.Globalization;
using Neap.Core;
using Neap.Vectors.Stores;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>What may stand after the question mark of a database's address: names as libpq spells them.</summary>
/// <remarks>A password is none of them: an address is shown, kept in histories and written into logs.</remarks>
internal static class PostgresParameters
{
    private static readonly SortedDictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["application_name"] = "Application Name",
        ["channel_binding"] = "Channel Binding",
        ["connect_timeout"] = "Timeout",
        ["gssencmode"] = "GSS Encryption Mode",
        ["options"] = "Options",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslmode"] = "SSL Mode",
        ["sslnegotiation"] = "SSL Negotiation",
        ["sslrootcert"] = "Root Certificate",
    };

    /// <summary>The names, for people.</summary>
    public static string Known => string.Join(", ", Keywords.Keys);

    /// <summary>True for a name that can be used.</summary>
    public static bool IsKnown(string name) => Keywords.ContainsKey(name);

    /// <summary>Hands what stands there to the driver.</summary>
    /// <exception cref="NeapException">A value cannot be used.</exception>
    public static void Apply(StoreAddress.Postgres address, NpgsqlConnectionStringBuilder builder)
    {
        foreach (var (name, value) in StoreUrl.ParametersOf(address.Url))
        {
            if (FaultOf(name, value) is { } fault)
            {
                throw Refused(address, name, value, fault, inner: null);
            }

            try
            {
                // The driver spells `verify-full` in one word.
                builder[Keywords[name]] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
            }
            catch (ArgumentException refused)
            {
                throw Refused(address, name, value, "that is none of its values", refused);
            }
        }
    }

    /// <summary>What the driver would take, and nobody would want; null where nothing is wrong.</summary>
    private static string? FaultOf(string name, string value) => name switch
    {
        "connect_timeout" when !IsBounded(value) => "it takes 1 to 300 seconds",
        "gssencmode" when value == "require" => "Kerberos is not built in",
        "sslrootcert" or "sslcert" or "sslkey" when !File.Exists(value) => "there is no such file",
        _ => null,
    };

    private static bool IsBounded(string seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 300;

    private static NeapException Refused(StoreAddress.Postgres address, string name, string value, string fault, Exception? inner) => new(
        FailureKind.Usage,
        $"The address {StoreUrl.WithoutParameters(address.Url)} has `{name}={value}` after the question mark: {fault}.",
        "Nothing was done. Correct the part after the question mark.",
        inner);
}
