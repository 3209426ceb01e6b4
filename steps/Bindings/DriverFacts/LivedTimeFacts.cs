using Drivers;
using Xunit;

namespace Bindings.DriverFacts;

/// <summary>A bound on lived time holds a program to it, and does not hold it to what the machine did.</summary>
public sealed class LivedTimeFacts
{
    [Fact]
    public void A_machine_that_stands_still_for_seconds_adds_next_to_nothing()
    {
        TimeSpan[] naps = [Milliseconds(10), Milliseconds(11), TimeSpan.FromSeconds(5), Milliseconds(10)];
        Assert.Equal(Milliseconds(81), naps.Aggregate(TimeSpan.Zero, (sum, nap) => sum + LivedTime.Count(nap)));
    }

    [Fact]
    public async Task Waiting_is_counted_and_never_more_than_the_clock_counts()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var time = new LivedTime();
        while (time.Lived < Milliseconds(500))
        {
            await Task.Delay(Milliseconds(10), TimeProvider.System);
        }

        Assert.True(time.Lived <= TimeProvider.System.GetElapsedTime(began));
    }

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
