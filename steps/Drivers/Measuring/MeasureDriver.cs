namespace Drivers;

/// <summary>What is measured, by its name in the features.</summary>
public sealed class MeasureDriver(MeasuredSyncs syncs, MeasuredSearches searches, SideBySide sideBySide, PlainCopy copy)
{
    /// <summary>Measures the rows of a table.</summary>
    /// <param name="what"><c>first syncs</c>, <c>the next syncs</c> or <c>searches</c>.</param>
    /// <param name="table">The table.</param>
    public Task MeasureAsync(string what, TextTable table) => what switch
    {
        "first syncs" => syncs.FirstSyncsAsync(table),
        "the next syncs" => syncs.NextSyncsAsync(table),
        _ => searches.MeasureAsync(table),
    };

    /// <summary>Measures Neap beside something else that does the same work.</summary>
    /// <param name="what"><c>the limit, Neap and its peers</c> or <c>a first sync and a plain copy of its rows</c>.</param>
    public Task CompareAsync(string what) =>
        what == "the limit, Neap and its peers" ? sideBySide.MeasureAsync() : copy.MeasureAsync();
}
