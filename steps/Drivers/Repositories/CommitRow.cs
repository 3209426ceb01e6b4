namespace Drivers;

/// <summary>One change of the table <c>the commits</c>.</summary>
public sealed record CommitRow(string Branch, string From, string Message, string Change, string File)
{
    /// <summary>The columns the table knows.</summary>
    public static readonly string[] Columns =
        ["BRANCH", "FROM", "MESSAGE", "CHANGE", "OLD FILE", "FILE", "CONTENT", "AUTHOR", "LOCATION"];

    /// <summary>Where a moved or copied file was.</summary>
    public string OldFile { get; init; } = "";

    /// <summary>The new content as the cell has it; blank stands for generated text.</summary>
    public string Content { get; init; } = "";

    /// <summary>Who made the commit.</summary>
    public string Author { get; init; } = "Dana Developer";

    /// <summary>Which refs move: <c>local</c>, <c>remote</c> (the fetched branch of origin) or <c>both</c>.</summary>
    public string Location { get; init; } = "both";

    /// <summary>Reads the table: a blank BRANCH, FROM or MESSAGE repeats the row above.</summary>
    public static IReadOnlyList<CommitRow> ReadAll(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = new List<CommitRow>();
        var (branch, from, message) = ("main", "", "");
        foreach (var row in table.Read(Columns))
        {
            from = row["BRANCH"].Length == 0 ? from : row["FROM"];
            branch = row.Or("BRANCH", branch);
            message = row.Or("MESSAGE", message);
            rows.Add(new CommitRow(branch, from, message, row["CHANGE"], PathText.Read(row["FILE"]))
            {
                OldFile = PathText.Read(row["OLD FILE"]),
                Content = row["CONTENT"],
                Author = row.Or("AUTHOR", "Dana Developer"),
                Location = row.Or("LOCATION", "both"),
            });
        }

        return rows;
    }

    /// <summary>Rows in a row with one branch and one message are one commit.</summary>
    public static IReadOnlyList<IReadOnlyList<CommitRow>> Group(IReadOnlyList<CommitRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var commits = new List<List<CommitRow>>();
        foreach (var row in rows)
        {
            if (commits.Count > 0 && commits[^1][0] is var first
                && (first.Branch, first.Message) == (row.Branch, row.Message))
            {
                commits[^1].Add(row);
            }
            else
            {
                commits.Add([row]);
            }
        }

        return commits;
    }
}
