using System.Text.Json;

namespace Specs.Report.Reading;

/// <summary>Reads one file of Cucumber Messages line by line, however much of it there is.</summary>
/// <remarks>
/// A last line that breaks off is what a killed run leaves behind: the file is read up to there and is unfinished.
/// A broken line before the last one is no cut, and the file is refused.
/// </remarks>
internal static class MessageFile
{
    /// <exception cref="SpecsException">There is no such file, or it holds something else.</exception>
    public static MessageLog Read(string path, int number)
    {
        if (!File.Exists(path))
        {
            throw SpecsException.Input(
                $"There are no messages {path}; the suite writes them when it runs, and --messages names them.");
        }

        var log = new MessageLog(path, number);
        using var lines = File.ReadLines(path).GetEnumerator();
        for (var line = 1; lines.MoveNext(); line++)
        {
            if (!TryRead(lines.Current, log) && lines.MoveNext())
            {
                throw SpecsException.Input(
                    $"{path} line {line} is not a message; the file is damaged or holds something else.");
            }
        }

        return log;
    }

    private static bool TryRead(string line, MessageLog log)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return true;
        }

        try
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var part in message.RootElement.EnumerateObject())
                {
                    log.Add(part.Name, part.Value);
                }
            }

            return message.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
