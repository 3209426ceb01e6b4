using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions.Execution;

namespace Drivers;

/// <summary>What an operator types, and what the screen shows.</summary>
public sealed partial class CliDriver(SyncDriver sync, SpecsDriver specs, RepoDriver repos, RunLog log, Workspace workspace)
{
    private static readonly string[] StorePlaces = ["NEAP_STORE", "NEAP_CHECKPOINT_DB_DIR", "XDG_DATA_HOME"];

    /// <summary>Runs a command line: <c>neap</c> in the current repository, <c>specs</c> in the suite's folder.</summary>
    public Task TypeAsync(string commandLine)
    {
        var words = Split(CommitName().Replace(commandLine, match => repos.Current.Find(match.Groups[1].Value)));
        return words switch
        {
            ["neap", .. var arguments] => sync.TypeAsync(repos.All.Count > 0 ? repos.Current.Folder : workspace.Root, arguments),
            ["specs", .. var arguments] => specs.TypeAsync(arguments),
            _ => throw new SpecException("A command line begins with neap or specs."),
        };
    }

    /// <summary>Sets variables for later commands; a place for the index replaces the scenario's own.</summary>
    public void SetVariables(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Read("NAME", "VALUE");
        if (rows.Any(row => StorePlaces.Contains(row["NAME"])))
        {
            workspace.Variables.Remove("NEAP_STORE");
        }

        foreach (var row in rows.Where(row => row["VALUE"].Length > 0))
        {
            // XDG folders count only where they are absolute.
            var isFolder = row["NAME"].StartsWith("XDG_", StringComparison.Ordinal);
            workspace.Variables[row["NAME"]] = isFolder ? Path.Combine(repos.Current.Folder, row["VALUE"]) : row["VALUE"];
        }
    }

    /// <summary>The last command ended with this code.</summary>
    public void ShouldHaveExited(int code)
    {
        log.Last.IsDocumented = true;
        log.Last.ExitCode.Should().Be(code, "of {0}\n{1}", log.Last, log.Last.Output);
    }

    /// <summary>Every line is contained in the output, in this order.</summary>
    /// <param name="stream"><c>output</c> or <c>error output</c>.</param>
    /// <param name="lines">The lines.</param>
    public void ShouldShow(string stream, string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var at = 0;
        var output = OutputOf(stream);
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            var found = output.IndexOf(line, at, StringComparison.Ordinal);
            Execute.Assertion.ForCondition(found >= 0).FailWith("The {0} lacks, or has elsewhere: {1}\n\n{2}", stream, line, output);
            at = found + line.Length;
        }
    }

    /// <summary>Nothing was printed there.</summary>
    public void ShouldBeEmpty(string stream) => OutputOf(stream).Should().BeEmpty("nothing is to be said on the {0}", stream);

    /// <summary>The output is JSON with these values; see <see cref="JsonExpectation"/> for paths and matchers.</summary>
    public void ShouldBeJson(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var json = log.Last.Json();
        var wrong = expected.Read("PATH", "VALUE")
            .Select(row => (Path: row["PATH"], Value: row["VALUE"], Found: JsonExpectation.Find(json, row["PATH"])))
            .Where(row => !JsonExpectation.Matches(row.Found, row.Value, repos.MessageOf))
            .Select(row => $"{row.Path} should be {row.Value}, and is {Text(row.Found)}");
        wrong.Should().BeEmpty("the output is\n{0}", log.Last.Output);
    }

    private static string Text(JsonElement? found) => found is { } value ? value.GetRawText() : "absent";

    private string OutputOf(string stream) => stream.StartsWith("error", StringComparison.Ordinal) ? log.Last.Error : log.Last.Output;

    private static List<string> Split(string commandLine)
    {
        var (words, word, quote, open) = (new List<string>(), new StringBuilder(), '\0', false);
        foreach (var c in commandLine)
        {
            if (quote == '\0' && c is '\'' or '"')
            {
                (quote, open) = (c, true);
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (c == ' ' && quote == '\0')
            {
                words.AddRange(open ? [word.ToString()] : []);
                word.Clear();
                open = false;
            }
            else
            {
                word.Append(c);
                open = true;
            }
        }

        words.AddRange(open ? [word.ToString()] : []);
        return words;
    }

    [GeneratedRegex("\\(commit [\"']([^\"']*)[\"']\\)")]
    private static partial Regex CommitName();
}
