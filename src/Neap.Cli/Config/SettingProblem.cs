namespace Neap.Cli;

/// <summary>Something in the configuration that cannot be used.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Key">The setting, as it is spelt there; empty where a whole file is meant.</param>
/// <param name="What">What is wrong, as a sentence; it never holds a secret.</param>
internal sealed record SettingProblem(Source Source, string Key, string What);
