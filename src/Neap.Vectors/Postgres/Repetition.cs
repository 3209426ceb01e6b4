namespace Neap.Vectors.Postgres;

/// <summary>How often a database is asked again whose connection was lost, by those who write and those who read.</summary>
/// <remarks>On a machine that is busy with other things, a server that is well may take longer than a connection may.</remarks>
internal static class Repetition
{
    /// <summary>Tries in all.</summary>
    public const int Attempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>True where another try may help: the connection is lost, and it is not the last try.</summary>
    public static bool Helps(Exception failure, int attempt) => attempt < Attempts && PostgresTrouble.IsLost(failure);

    /// <summary>Waits before the next try; longer from try to try, and spread by chance.</summary>
    public static Task PauseAsync(int attempt, PostgresOptions options, CancellationToken cancellation) =>
        Task.Delay(FirstPause * attempt * (0.5 + Random.Shared.NextDouble()), options.Clock, cancellation);
}
