using System.Globalization;

namespace Specs.Drawings;

/// <summary>Draws a failure and its recovery: a row of states each, dots for moments, a line for what is counted.</summary>
public static class Timeline
{
    private const int Most = 40;
    private const double Left = 96;
    private const double Width = 560;
    private const double Row = 34;
    private const int TickCount = 4;

    /// <summary>The drawing; empty where nothing is on the line.</summary>
    public static string Draw(TimelinePicture picture, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Strips.Count + picture.Curves.Count == 0 || !(picture.Length > 0 && double.IsFinite(picture.Length)))
        {
            return "";
        }

        var svg = new Svg();
        var y = 4.0;
        foreach (var strip in picture.Strips.Take(Most))
        {
            DrawStrip(svg, strip, y, picture.Length);
            y += Row;
        }

        foreach (var curve in picture.Curves.Take(Most).Where(curve => curve.Points.Any(IsPoint)))
        {
            DrawCurve(svg, curve, y, picture.Length);
            y += Row;
        }

        DrawScale(svg, y + 12, picture.Length);
        return svg.Close(frame, (Left + Width + 40, y + 20), Words(picture));
    }

    /// <summary>What the drawing shows, in words.</summary>
    public static string Words(TimelinePicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var strips = picture.Strips.Take(Most).Select(strip =>
            $"{strip.Name}: {string.Join(", then ", strip.Spans.Select(span => span.Text).Concat(strip.Marks.Select(mark => mark.Text)).Take(Most))}");
        return $"Timeline of {Time(picture.Length)}. {string.Join(". ", strips)}";
    }

    private static double X(double at, double length) => Left + (Math.Clamp(at / length, 0, 1) * Width);

    private static void DrawStrip(Svg svg, TimelineStrip strip, double y, double length)
    {
        svg.Add($"<text x=\"0\" y=\"{y + 13}\">{Svg.Cut(strip.Name, 16)}</text>");
        foreach (var span in strip.Spans.Take(Most))
        {
            var (from, to) = (X(span.From, length), X(span.To, length));
            var width = Math.Max(1, to - from);
            svg.Add($"<rect class=\"{Look(span.Mood)}\" x=\"{from}\" y=\"{y}\" width=\"{width}\" height=\"17\"/>");
            var shown = Svg.Cut(span.Text, Math.Max(1, (int)(width / 6)));
            if (width > 30)
            {
                svg.Add($"<text class=\"c\" x=\"{from + (width / 2)}\" y=\"{y + 12.5}\">{shown}</text>");
            }
        }

        foreach (var mark in strip.Marks.Take(Most))
        {
            svg.Add($"<circle class=\"m {Look(mark.Mood)}\" cx=\"{X(mark.At, length)}\" cy=\"{y + 24}\" r=\"3.5\"><title>{mark.Text}</title></circle>");
        }
    }

    private static void DrawCurve(Svg svg, TimelineCurve curve, double y, double length)
    {
        var points = curve.Points.Where(IsPoint).Take(10 * Most).ToList();
        var top = Math.Max(1, points.Max(point => point[1]));
        var line = points.Select(point => FormattableString.Invariant(
            $"{X(point[0], length):0.#},{y + 26 - (Math.Clamp(point[1] / top, 0, 1) * 20):0.#}"));
        svg.Add($"<text x=\"0\" y=\"{y + 20}\">{Svg.Cut(curve.Name, 16)}</text>");
        svg.Add($"<polyline class=\"l\" points=\"{string.Join(' ', line)}\"/>");
        svg.Add($"<text x=\"{X(points[^1][0], length) + 4}\" y=\"{y + 10}\">{points[^1][1].ToString(CultureInfo.InvariantCulture)}</text>");
    }

    private static void DrawScale(Svg svg, double y, double length)
    {
        for (var tick = 0; tick <= TickCount; tick++)
        {
            svg.Add($"<text class=\"c\" x=\"{Left + (Width * tick / TickCount)}\" y=\"{y}\">{Time(length * tick / TickCount)}</text>");
        }
    }

    private static string Time(double milliseconds) => milliseconds >= 1000
        ? (milliseconds / 1000).ToString("0.#", CultureInfo.InvariantCulture) + " s"
        : milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private static bool IsPoint(IReadOnlyList<double> point) => point is [var at, var number] && double.IsFinite(at) && double.IsFinite(number);

    private static string Look(Mood mood) => mood switch { Mood.Good => "g", Mood.Bad => "b", _ => "u" };
}
