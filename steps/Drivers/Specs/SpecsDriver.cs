using System.Diagnostics;
using Specs.Report;

namespace Drivers;

/// <summary>
/// Runs <c>specs</c> on a small suite: in process by default, as a real process where the scenario needs one.
/// </summary>
public sealed class SpecsDriver(
    Workspace workspace, SpecsSuite suite, NeapCommand neap, RunLog log, FixedDayClock clock)
{
    private readonly List<int> _cuts = [];

    /// <summary>Runs what an operator types, in the suite's folder.</summary>
    public async Task TypeAsync(IReadOnlyList<string> arguments) => log.Note(await RunAsync(arguments));

    /// <summary>Judges the run with everything that was set up, or, where words say so, cut at every place.</summary>
    public Task JudgeAsync(string how) =>
        string.IsNullOrEmpty(how) ? TypeAsync(["gate", "--json", .. suite.Options]) : JudgeEveryCutAsync();

    /// <summary>Sums the run up with everything that was set up.</summary>
    /// <param name="bound">Nothing, or such as <c> in 1 KiB</c>.</param>
    public Task SumUpAsync(string bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        return TypeAsync(["summary", .. bound.Split(' ') is ["", "in", var size, _] ? (string[])["--max-kib", size] : [], .. suite.Options]);
    }

    /// <summary>Compares the features of two versions; the later one is empty where the folder as it is counts.</summary>
    public Task CompareAsync(string later, string earlier) =>
        TypeAsync(["diff", string.IsNullOrEmpty(later) ? earlier : $"{earlier}..{later}", "--json"]);

    /// <summary>
    /// Lets earlier runs enter the history by judging them, each of them twice, as a repeated build does.
    /// </summary>
    public async Task HaveEarlierRunsAsync(TextTable table)
    {
        foreach (var arguments in suite.EarlierRuns(table))
        {
            await RunAsync(arguments);
            var result = await RunAsync(arguments);
            result.ExitCode.Should().BeOneOf(
                [ExitCodes.Open, ExitCodes.Incomplete], "an earlier run can be judged: {0}\n{1}", result, result.Output);
        }
    }

    /// <summary>Judges the run cut behind every message, and within every message.</summary>
    private async Task JudgeEveryCutAsync()
    {
        var text = string.Concat(suite.Lines.Select(line => line + "\n"));
        var ends = text.Select((letter, index) => (letter, index)).Where(item => item.letter == '\n')
            .Select(item => item.index).ToList();
        var places = ends.SkipLast(1)
            .Concat(ends.Select((end, index) => (end + (index == 0 ? 0 : ends[index - 1])) / 2)).Prepend(0);
        foreach (var place in places)
        {
            suite.WriteFile("cut.ndjson", text[..place]);
            var result = await RunAsync(["gate", "--messages", "cut.ndjson"]);
            _cuts.Add(result.ExitCode);
        }
    }

    /// <summary>Every cut got this answer.</summary>
    private void ShouldHaveJudgedEveryCut(string answer)
    {
        _cuts.Should().NotBeEmpty("the run was cut");
        _cuts.Should().Equal(Enumerable.Repeat(CodeOf(answer), _cuts.Count), "the gate is {0} at every cut", answer);
    }

    /// <summary>The gate is <c>open</c>, <c>closed</c> or <c>incomplete</c>; where words say so, at every cut.</summary>
    public void ShouldBe(string when, string answer)
    {
        Action<string> check = string.IsNullOrEmpty(when) ? ShouldBe : ShouldHaveJudgedEveryCut;
        check(answer);
    }

    private void ShouldBe(string answer)
    {
        log.Last.IsDocumented = true;
        log.Last.ExitCode.Should().Be(CodeOf(answer), "the gate is {0}: {1}\n{2}", answer, log.Last, log.Last.Output);
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments)
    {
        if (neap.AsProcess)
        {
            return await RunProcessAsync(arguments);
        }

        using var output = new StringWriter();
        using var errors = new StringWriter();
        var host = new SpecsHost { Out = output, Error = errors, WorkingFolder = suite.Folder, Clock = clock };
        var code = await SpecsApp.RunAsync(arguments, host);
        return new CommandResult(arguments, code, output.ToString(), errors.ToString()) { Program = "specs" };
    }

    private static int CodeOf(string answer) => answer switch
    {
        "open" => 0,
        "closed" => 1,
        "incomplete" => 4,
        _ => throw new SpecException($"A gate is open, closed or incomplete, and not {answer}."),
    };

    private async Task<CommandResult> RunProcessAsync(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SpecsApp).Assembly.Location, .. arguments])
        {
            WorkingDirectory = suite.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in workspace.Variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(arguments, process.ExitCode, output, await errors) { Program = "specs" };
    }
}
