using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>Marks what a run of the suite makes, so that the next run can clear away what a dead one left.</summary>
internal static class RunLabels
{
    private const string Owner = "neap-specs.process";
    private const string Since = "neap-specs.since";

    /// <summary>Two processes do not compute the start of a third to the same millisecond.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(5);

    /// <summary>The labels of this run.</summary>
    public static IReadOnlyDictionary<string, string> Mine()
    {
        using var own = Process.GetCurrentProcess();
        return new Dictionary<string, string>
        {
            [Owner] = own.Id.ToString(CultureInfo.InvariantCulture),
            [Since] = own.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Removes the containers of runs whose process is gone.</summary>
    public static async Task SweepAsync(IContainers containers)
    {
        foreach (var (id, labels) in await containers.ListAsync(Owner))
        {
            if (!IsAlive(labels))
            {
                await containers.RemoveAsync(id);
            }
        }
    }

    private static bool IsAlive(IReadOnlyDictionary<string, string> labels)
    {
        try
        {
            using var owner = Process.GetProcessById(int.Parse(labels[Owner], CultureInfo.InvariantCulture));
            var since = DateTime.Parse(labels[Since], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            return (owner.StartTime.ToUniversalTime() - since).Duration() < SameMoment;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
