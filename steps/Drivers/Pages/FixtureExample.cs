using System.Text;

namespace Drivers;

/// <summary>One example of a made-up suite, and what its run says of it.</summary>
/// <param name="Feature">The title of its feature.</param>
/// <param name="Name">The title of its scenario.</param>
public sealed record FixtureExample(string Feature, string Name)
{
    /// <summary>The folder of its feature.</summary>
    public string Folder { get; init; } = "shop";

    /// <summary>The rule it shows.</summary>
    public string Rule { get; init; } = "A promise holds";

    /// <summary>Its tags, with the at sign.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The value of its row; null for a plain scenario.</summary>
    public string? Row { get; init; }

    /// <summary>The column of the ledger that it belongs in.</summary>
    public string Result { get; init; } = "passed";

    /// <summary>What is said about its end.</summary>
    public string Message { get; init; } = "";

    /// <summary>The text of its event.</summary>
    public string Event { get; init; } = "it is paid";

    /// <summary>The cells of a table below its last step; none for no table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table { get; init; } = [];

    /// <summary>A text block below its first step; null for none.</summary>
    public string? DocString { get; init; }

    /// <summary>What it left.</summary>
    public IReadOnlyList<FixtureFile> Files { get; init; } = [];
}

/// <summary>An attachment.</summary>
/// <param name="Name">Its name; empty for none.</param>
/// <param name="MediaType">Its kind.</param>
/// <param name="Bytes">Its content.</param>
public sealed record FixtureFile(string Name, string MediaType, byte[] Bytes)
{
    /// <summary>A line that a step wrote.</summary>
    public static FixtureFile Log(string text) => new("", "text/x.cucumber.log+plain", Encoding.UTF8.GetBytes(text));
}
