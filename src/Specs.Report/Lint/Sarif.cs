using System.Text.Encodings.Web;
using System.Text.Json;

namespace Specs.Report.Lint;

/// <summary>Findings as SARIF 2.1.0, which hosted CI shows beside the lines.</summary>
internal static class Sarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<Finding> findings) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "specs lint", rules = LintRules.All.Select(RuleOf) } },
                    columnKind = "utf16CodeUnits",
                    results = findings.Select(ResultOf),
                },
            },
        },
        Json);

    private static object RuleOf(LintRule rule) => new
    {
        id = rule.Id,
        shortDescription = new { text = rule.Promise },
        help = new { text = rule.Fix },
        defaultConfiguration = new { level = "error" },
    };

    private static object ResultOf(Finding finding) => new
    {
        ruleId = finding.Rule,
        level = "error",
        message = new { text = $"{finding.Message} {finding.Fix}" },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = Uri(finding.File) },
                    region = new { startLine = finding.Line },
                },
            },
        },
    };

    /// <summary>Each part on its own, so that a hash or a blank in a name stays part of the name.</summary>
    private static string Uri(string file) => string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
}
