using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Finds the culture for a language name.</summary>
internal static class Cultures
{
    /// <summary>Gherkin's English is written for en-US; a process in invariant mode knows only the invariant culture.</summary>
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
