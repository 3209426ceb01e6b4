using System.Globalization;

namespace Drivers;

/// <summary>
/// Tells a process that stands in a write that never ends from one that is merely slow, by the system's own accounts: one
/// of its threads works and works while nothing is written and the database stays held. How long that takes by the
/// clock, on a machine that is busy with other things, does not matter.
/// </summary>
internal sealed class Stall(int process)
{
    /// <summary>Work of one thread, in hundredths of a second. A transaction of a few files takes one or two of them.</summary>
    private const long Enough = 30;

    private long _writes = -1;
    private Dictionary<string, long> _work = [];

    /// <summary>Takes a look; true once it is certain.</summary>
    /// <param name="isHeld">Whether the database is held at this moment.</param>
    public bool IsCertain(bool isHeld)
    {
        var (writes, work) = (Writes(), Work());
        if (!isHeld || writes != _writes)
        {
            (_writes, _work) = (isHeld ? writes : -1, work);
            return false;
        }

        return work.Any(thread => thread.Value - _work.GetValueOrDefault(thread.Key, thread.Value) >= Enough);
    }

    private long Writes()
    {
        const string Calls = "syscw: ";
        var line = Lines("io").FirstOrDefault(line => line.StartsWith(Calls, StringComparison.Ordinal));
        return line is null ? -1 : long.Parse(line[Calls.Length..], CultureInfo.InvariantCulture);
    }

    private Dictionary<string, long> Work()
    {
        var folder = $"/proc/{process}/task";
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName).ToDictionary(thread => thread!, thread => WorkOf(thread!))
            : [];
    }

    /// <summary>User and system time, the fields 14 and 15 of proc(5); the name before them may hold blanks.</summary>
    private long WorkOf(string thread)
    {
        var text = Lines($"task/{thread}/stat").FirstOrDefault() ?? "";
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 13
            ? 0
            : long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines($"/proc/{process}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return []; // it has just ended, which the one who waits for it sees for himself
        }
    }
}
