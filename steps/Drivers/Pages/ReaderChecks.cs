namespace Drivers;

/// <summary>What is true of the page for whoever reads it, as text or in a browser.</summary>
public sealed class ReaderChecks(PageDriver page, Reader reader, MadeUpSuite suite)
{
    /// <summary>One of the things that hold in every way of reading.</summary>
    /// <param name="what"><c>nothing of the page is hidden</c>, <c>no script ran and no host was asked</c>,
    /// <c>an accessibility check finds nothing</c>, or <c>every title can be read as it is written</c>.</param>
    public Task ShouldHoldAsync(string what) => what switch
    {
        "nothing of the page is hidden" => reader.ShouldSeeEverythingAsync(),
        "no script ran and no host was asked" => reader.ShouldHaveBeenSafeAsync(),
        "an accessibility check finds nothing" => reader.ShouldBeAccessibleAsync(),
        _ => reader.ShouldReadTitlesAsync([.. suite.Examples.Select(example => example.Name)]),
    };

    /// <summary>Lines stand there, in their order.</summary>
    /// <param name="where"><c>page shows</c>, anywhere, or <c>reader sees</c>, without scrolling.</param>
    /// <param name="lines">The lines.</param>
    public Task ShouldShowAsync(string where, string lines)
    {
        if (where == "reader sees")
        {
            return reader.ShouldSeeAsync(lines);
        }

        page.ShouldShow(lines);
        return Task.CompletedTask;
    }

    /// <summary>A text is nowhere.</summary>
    /// <param name="where"><c>page does not show</c> or <c>reader does not see</c>.</param>
    /// <param name="text">The text.</param>
    public Task ShouldLackAsync(string where, string text)
    {
        if (where == "reader does not see")
        {
            return reader.ShouldNotSeeAsync(text);
        }

        page.ShouldNotShow(text);
        return Task.CompletedTask;
    }
}
