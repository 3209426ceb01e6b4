namespace Reqnroll.Execution;

/// <summary>Times as Cucumber Messages write them.</summary>
internal static class Times
{
    public static object Now
    {
        get
        {
            var now = MessageStream.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch;
            return Of(now);
        }
    }

    public static object Of(TimeSpan time) => new
    {
        seconds = time.Ticks / TimeSpan.TicksPerSecond,
        nanos = time.Ticks % TimeSpan.TicksPerSecond * 100,
    };
}
