using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Specs.Report.Reading;

/// <summary>Reads one file of Cucumber Messages line by line, however much of it there is.</summary>
/// <remarks>
/// A last line that breaks off is what a killed run leaves behind: the file is read up to there and is unfinished.
/// A broken line before the last one is no cut, and the file is refused.
/// </remarks>
internal static class MessageFile
{
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r"u8);

    /// <exception cref="SpecsException">There is no such file, or it holds something else.</exception>
    public static MessageLog Read(string path, int number)
    {
        if (!File.Exists(path))
        {
            throw SpecsException.Input(
                $"There are no messages {path}; the suite writes them when it runs, and --messages names them.");
        }

        var log = new MessageLog(path, number);
        using var lines = MessageLines.Read(path).GetEnumerator();
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

    private static bool TryRead(ReadOnlyMemory<byte> line, MessageLog log)
    {
        if (line.Span.IndexOfAnyExcept(Blank) < 0)
        {
            return true;
        }

        try
        {
            using var message = Parse(line);
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

    /// <summary>Bytes that are no UTF-8 become the replacement character, as for every reader of text.</summary>
    private static JsonDocument Parse(ReadOnlyMemory<byte> line) => Utf8.IsValid(line.Span)
        ? JsonDocument.Parse(line)
        : JsonDocument.Parse(Encoding.UTF8.GetString(line.Span));
}
