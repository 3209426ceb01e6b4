namespace Neap.Sync;

/// <summary>How far a run is.</summary>
/// <param name="Done">Contents stored.</param>
/// <param name="Total">Contents to store.</param>
public readonly record struct SyncProgress(int Done, int Total);
