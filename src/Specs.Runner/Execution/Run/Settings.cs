using System.Text.Json;

namespace Reqnroll.Execution;

/// <summary>What a scenario with undefined or pending steps counts as.</summary>
internal enum UnfinishedOutcome
{
    Pending,
    Inconclusive,
    Ignore,
    Error,
}

/// <summary>The settings of <c>reqnroll.json</c> that change a run.</summary>
internal sealed record Settings
{
    public const string FileName = "reqnroll.json";

    /// <summary>The culture of arguments; by default that of the feature.</summary>
    public string? BindingLanguage { get; init; }

    /// <summary>By default undefined and pending steps are pending, which xUnit reports as failed.</summary>
    public UnfinishedOutcome MissingOrPendingStepsOutcome { get; init; } = UnfinishedOutcome.Pending;

    /// <summary>Whether passing steps are written to the test output. Default yes.</summary>
    public bool TraceSuccessfulSteps { get; init; } = true;

    /// <summary>Whether every step's duration is written to the test output. Default yes.</summary>
    public bool TraceTimings { get; init; } = true;

    /// <summary>Assemblies with bindings beside the test assembly.</summary>
    public IReadOnlyList<string> BindingAssemblies { get; init; } = [];

    /// <summary>The folder of the suite; paths of outputs start here.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Where Cucumber Messages are written, relative to the output folder; null for nowhere.</summary>
    public string? MessagesPath { get; init; }

    public static Settings Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new();
        }

        var options = new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        };
        using var json = JsonDocument.Parse(File.ReadAllText(path), options);
        return From(new JsonSetting(json.RootElement)) with { Folder = folder };
    }

    private static Settings From(JsonSetting root) => new()
    {
        BindingLanguage = root["language"]["binding"].Text,
        MissingOrPendingStepsOutcome = OutcomeOf(root["runtime"]["missingOrPendingStepsOutcome"].Text),
        TraceSuccessfulSteps = root["trace"]["traceSuccessfulSteps"].Flag ?? true,
        TraceTimings = root["trace"]["traceTimings"].Flag ?? true,
        BindingAssemblies = [.. root["bindingAssemblies"].Items.Select(item => item["assembly"].Text).OfType<string>()],
        MessagesPath = root["formatters"]["message"].Exists
            ? root["formatters"]["message"]["outputFilePath"].Text ?? "reqnroll_report.ndjson"
            : null,
    };

    private static UnfinishedOutcome OutcomeOf(string? name) =>
        Enum.TryParse<UnfinishedOutcome>(name, ignoreCase: true, out var outcome) ? outcome : UnfinishedOutcome.Pending;
}
