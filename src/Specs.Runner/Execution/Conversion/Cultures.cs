using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Finds the culture for a language name.</summary>
internal static class Cultures
{
    /// <summary>Gherkin's English is that of en-US; in invariant mode there is the invariant culture only.</summary>
    public static CultureInfo Find(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language == "en" ? "en-US" : language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
