namespace Neap.Cli;

/// <summary>Settings that are right one by one and wrong together.</summary>
internal static class SettingCombinations
{
    public static IEnumerable<SettingProblem> Problems(Settings settings)
    {
        var embedder = settings[Catalogue.Embedder];
        if (embedder.Text?.StartsWith("http", StringComparison.Ordinal) != true)
        {
            return [];
        }

        var problems = new List<SettingProblem>();
        if (settings.Text(Catalogue.EmbedderAddress) is null)
        {
            problems.Add(Missing(embedder, Catalogue.EmbedderAddress));
        }

        if (settings.Text(Catalogue.EmbedderModel) is null && !embedder.Text.Contains(':'))
        {
            problems.Add(Missing(embedder, Catalogue.EmbedderModel));
        }

        return problems;
    }

    private static SettingProblem Missing(SettingValue asks, Setting missing) =>
        new(asks.Source, asks.Setting.Key, $"says \"{asks.Text}\", which needs {missing.Key} as well.");
}
