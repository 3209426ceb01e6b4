using System.Globalization;
using System.Security.Cryptography;

namespace Neap.Sync;

/// <summary>Names runs: <c>sync_&lt;utc time&gt;_&lt;pid&gt;_&lt;8 hex&gt;</c>.</summary>
internal static class RunId
{
    public static string Next(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"sync_{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}_{Environment.ProcessId}_{RandomNumberGenerator.GetHexString(8, true)}");
}
