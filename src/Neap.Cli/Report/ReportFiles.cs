using System.Globalization;
using System.Text;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Writes a report under names that say when it was made.</summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files that were written: text, JSON, CSV and the page with charts.</summary>
    /// <exception cref="NeapException">The folder cannot be written to.</exception>
    public static IReadOnlyList<string> Write(PerformanceDocument report, string folder)
    {
        var stamp = report.GeneratedAt.UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        using var json = new StringWriter(CultureInfo.InvariantCulture);
        JsonOutput.Write(json, report);
        (string Name, string Text)[] files =
        [
            ($"performance_report_{stamp}.txt", PerformanceText.Of(report)),
            ($"performance_data_{stamp}.json", json.ToString()),
            ($"performance_runs_{stamp}.csv", PerformanceTable.Of(report)),
            ($"performance_charts_{stamp}.html", PerformancePage.Of(report)),
        ];
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, name), text, Utf8);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new NeapException(
                FailureKind.NotWritable,
                $"The report cannot be written to {Terminal.Safe(folder)}.",
                "The index is as it was. Name another folder with `--output FOLDER`, or use `--json-only`.",
                trouble);
        }

        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }
}
