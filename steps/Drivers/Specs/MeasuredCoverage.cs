using Neap.Sync;

namespace Drivers;

/// <summary>What <c>steps/test.sh --coverage</c> measured of this project.</summary>
public static class MeasuredCoverage
{
    /// <summary>Where that command leaves it.</summary>
    public static string File { get; } = Path.Combine(RepositoryRoot.Find(), ".artifacts", "coverage.xml");

    /// <summary>Why it cannot be judged; null where it can: it is there, and nothing was built since.</summary>
    public static string? WhyNot()
    {
        if (!System.IO.File.Exists(File))
        {
            return "nobody measured coverage yet; run steps/test.sh --coverage first";
        }

        return System.IO.File.GetLastWriteTimeUtc(File) < System.IO.File.GetLastWriteTimeUtc(typeof(Synchronizer).Assembly.Location)
            ? "coverage was measured before the last build; run steps/test.sh --coverage again"
            : null;
    }
}
