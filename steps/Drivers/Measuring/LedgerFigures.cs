using System.Globalization;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>The ledger's figures: runs that took a certain time, and the report's files.</summary>
public sealed partial class LedgerFigures(RepoDriver repos, Workspace workspace)
{
    /// <summary>Makes the ledger say that the newest run took so long, by moving its start.</summary>
    public void SetDuration(string seconds)
    {
        var days = double.Parse(seconds, CultureInfo.InvariantCulture);
        IndexDatabase.Execute(workspace.Store, string.Create(
            CultureInfo.InvariantCulture,
            $"""
            UPDATE sync_runs SET completed_at=strftime('%Y-%m-%dT%H:%M:%fZ', started_at, '+{Math.Max(days, 0.001)} seconds')
            WHERE started_at=(SELECT max(started_at) FROM sync_runs)
            """));
    }

    /// <summary>A folder of the repository holds exactly these files, and each contains a text.</summary>
    public void ShouldHold(string folder, TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var texts = expected.Read("FILE", "SHOWS").ToDictionary(row => row["FILE"], row => row["SHOWS"]);
        var files = new DirectoryInfo(Path.Combine(repos.Current.Folder, folder)).GetFiles();
        expected.ShouldBeExactly($"The folder {folder} holds", files.Select(file =>
        {
            var name = Stamp().Replace(file.Name, "(date and time)");
            var text = texts.GetValueOrDefault(name, "");
            return new Dictionary<string, string>
            {
                ["FILE"] = name,
                ["SHOWS"] = File.ReadAllText(file.FullName).Contains(text, StringComparison.Ordinal) ? text : "something else",
            };
        }));
    }

    [GeneratedRegex("[0-9]{8}_[0-9]{6}")]
    private static partial Regex Stamp();
}
