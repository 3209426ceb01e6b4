namespace Specs.Drawings;

/// <summary>Draws a repository: branches are lanes, time goes right, new commits are filled, flags say what the index equals.</summary>
public static class CommitGraph
{
    private const int Most = 40;
    private const int MessageCharacters = 14;
    private const int LaneCharacters = 18;
    private const double Step = 84;
    private const double LaneHeight = 46;
    private const double Bend = 45;
    private const double Radius = 7;
    private const double Top = 38;

    /// <summary>The drawing; empty where there is no commit.</summary>
    public static string Draw(RepositoryPicture picture, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var commits = picture.Commits.TakeLast(Most).ToList();
        if (commits.Count == 0)
        {
            return "";
        }

        var lanes = Math.Clamp(commits.Max(commit => commit.Lane) + 1, 1, Most);
        var left = 56 + (6.4 * picture.Lanes.Take(lanes).Select(lane => Math.Min(lane.Length, LaneCharacters)).DefaultIfEmpty().Max());
        var places = new Dictionary<string, (double X, double Y)>();
        for (var i = 0; i < commits.Count; i++)
        {
            places[commits[i].Id] = (left + (i * Step), Top + (Math.Clamp(commits[i].Lane, 0, lanes - 1) * LaneHeight));
        }

        var svg = new Svg();
        DrawLanes(svg, picture, lanes);
        DrawLines(svg, commits, places);
        commits.ForEach(commit => DrawCommit(svg, commit, places[commit.Id]));
        DrawFlags(svg, picture, places);
        return svg.Close(frame, (left + (commits.Count * Step), Top + (lanes * LaneHeight) - 16), Words(picture));
    }

    /// <summary>What the drawing shows, in a sentence.</summary>
    public static string Words(RepositoryPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var before = MessageOf(picture, picture.Before) is { } old ? $"; synced before: {old}" : "";
        var now = MessageOf(picture, picture.Now) is { } current ? $"; synced now: {current}" : "";
        return $"Commits of {picture.Repository}: {string.Join(", ", picture.Commits.TakeLast(Most).Select(commit => commit.Message))}{before}{now}";
    }

    private static string? MessageOf(RepositoryPicture picture, string id) =>
        picture.Commits.FirstOrDefault(commit => commit.Id == id && id.Length > 0)?.Message;

    private static void DrawLanes(Svg svg, RepositoryPicture picture, int lanes)
    {
        for (var lane = 0; lane < Math.Min(lanes, picture.Lanes.Count); lane++)
        {
            svg.Add($"<text class=\"o\" x=\"0\" y=\"{Top + (lane * LaneHeight) + 4}\">{Svg.Cut(picture.Lanes[lane], LaneCharacters)}</text>");
        }

        if (picture.Earlier > 0)
        {
            svg.Add($"<text x=\"0\" y=\"12\">{picture.Earlier} earlier</text>");
        }
    }

    private static void DrawLines(Svg svg, List<PictureCommit> commits, Dictionary<string, (double X, double Y)> places)
    {
        var path = commits.SelectMany(commit => commit.Parents.Where(places.ContainsKey)
            .Select((parent, number) => Line(places[parent], places[commit.Id], number)));
        svg.Add($"<path class=\"l\" d=\"{string.Concat(path)}\"/>");
    }

    /// <summary>A branch leaves its parent at once and follows its own lane; a merge comes along the other lane and turns at the end.</summary>
    private static string Line((double X, double Y) parent, (double X, double Y) child, int number) => number switch
    {
        _ when parent.Y == child.Y => FormattableString.Invariant($"M{parent.X:0} {parent.Y:0}H{child.X:0}"),
        0 => FormattableString.Invariant(
            $"M{parent.X:0} {parent.Y:0}C{parent.X + Bend:0} {parent.Y:0} {parent.X + Bend:0} {child.Y:0} {parent.X + Step:0} {child.Y:0}H{child.X:0}"),
        _ => FormattableString.Invariant(
            $"M{parent.X:0} {parent.Y:0}H{child.X - Step:0}C{child.X - Bend:0} {parent.Y:0} {child.X - Bend:0} {child.Y:0} {child.X:0} {child.Y:0}"),
    };

    private static void DrawCommit(Svg svg, PictureCommit commit, (double X, double Y) at)
    {
        _ = commit.IsNew
            ? svg.Add($"<circle class=\"n\" cx=\"{at.X}\" cy=\"{at.Y}\" r=\"{Radius}\"/>")
            : svg.Add($"<circle cx=\"{at.X}\" cy=\"{at.Y}\" r=\"{Radius}\"/>");
        svg.Add($"<text class=\"c\" x=\"{at.X}\" y=\"{at.Y + 21}\">{Svg.Cut(commit.Message, MessageCharacters)}</text>");
    }

    private static void DrawFlags(Svg svg, RepositoryPicture picture, Dictionary<string, (double X, double Y)> places)
    {
        var isSame = picture.Before == picture.Now;
        Flag(svg, "f", isSame ? "" : "synced before", places.GetValueOrDefault(picture.Before));
        Flag(svg, "k", isSame ? "synced, as before" : "synced now", places.GetValueOrDefault(picture.Now));
        foreach (var name in picture.Names.Where(name => places.ContainsKey(name.Commit) && name.Commit != picture.Before && name.Commit != picture.Now))
        {
            Flag(svg, "f", name.Name, places[name.Commit]);
        }
    }

    private static void Flag(Svg svg, string look, string text, (double X, double Y) at)
    {
        var shown = Svg.Cut(text, MessageCharacters + 3);
        if (shown.Length == 0 || at == default)
        {
            return;
        }

        var width = 10 + (6 * shown.Length);
        svg.Add($"<rect class=\"{look}\" x=\"{at.X - (width / 2)}\" y=\"{at.Y - 27}\" width=\"{width}\" height=\"16\" rx=\"2\"/>");
        svg.Add($"<text class=\"c\" x=\"{at.X}\" y=\"{at.Y - 15}\">{shown}</text>");
    }
}
