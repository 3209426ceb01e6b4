using RunnerFacts.Lint;
using Specs.Report;

namespace RunnerFacts;

/// <summary>A file of messages is read whole, wherever its lines end.</summary>
public sealed class MessageFileFacts
{
    private const string Feature = "Feature: Kept\n  Why.\n\n  Scenario: One\n    Given größe\n";
    private const string Mark = "\uFEFF";

    [Theory]
    [InlineData(100)]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_071)]
    [InlineData(131_072)]
    [InlineData(200_000)]
    public async Task ALineMayHaveAnyLength(int bytes)
    {
        var messages = await MessagesAsync();
        var line = "{\"source\":{\"data\":\"";
        var padded = line + new string('x', bytes - line.Length - 3) + "\"}}";
        string[] files = [$"{padded}\n{messages}\n", $"{messages}\n{padded}", $"{Mark}{padded}\r\n\n \n{messages}"];
        foreach (var text in files)
        {
            (await ReportAsync(text)).Should().Be((ExitCodes.Open, "1 passed"));
        }
    }

    [Fact]
    public async Task ACutWithinALetterIsACut()
    {
        var messages = await MessagesAsync();
        var bytes = System.Text.Encoding.UTF8.GetBytes(messages);
        var letter = bytes.AsSpan().LastIndexOf((byte)0xC3);
        letter.Should().BePositive("a letter of two bytes is in {0}", messages);
        var (code, _) = await ReportAsync(System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, letter + 1)), System.Text.Encoding.Latin1);
        code.Should().Be(ExitCodes.Incomplete);
    }

    private static async Task<string> MessagesAsync()
    {
        var run = await Laboratory.Lab.RunAsync(Feature, "[Given(\"größe\")] public void A() { }");
        return string.Join('\n', run.Messages.Select(message => message.GetRawText()));
    }

    private static async Task<(int Code, string Passed)> ReportAsync(string messages, System.Text.Encoding? encoding = null)
    {
        using var suite = new LintSuite(new() { ["features/lab.feature"] = Feature });
        suite.Write("run.ndjson", messages, encoding ?? new System.Text.UTF8Encoding(false));
        var (code, output) = await suite.RunAsync("report", "--messages", "run.ndjson");
        return (code, output.Contains(" 1 passed ", StringComparison.Ordinal) ? "1 passed" : output);
    }
}
