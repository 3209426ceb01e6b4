using System.Globalization;

namespace Reqnroll;

/// <summary>What the feature file says of its feature.</summary>
public sealed class FeatureInfo(
    CultureInfo language, string folderPath, string title, string description, params string[] tags)
{
    /// <summary>The tags of the feature, without the at sign.</summary>
    public string[] Tags { get; } = tags;

    /// <summary>The feature's title.</summary>
    public string Title { get; } = title;

    /// <summary>The text below the title.</summary>
    public string Description { get; } = description;

    /// <summary>The language the feature is written in.</summary>
    public CultureInfo Language { get; } = language;

    /// <summary>The folder of the feature file below the project.</summary>
    public string FolderPath { get; } = folderPath;
}
