namespace Neap.Cli;

/// <summary>Who says what a setting is; of two, the later one counts.</summary>
public enum Origin
{
    /// <summary>Nobody.</summary>
    Default,

    /// <summary>The person's own file in the XDG configuration folder.</summary>
    User,

    /// <summary>The file <c>.neap.json</c> at the top of the repository.</summary>
    Repository,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>An option of the command.</summary>
    Option,
}

/// <summary>Where a value was given.</summary>
/// <param name="Origin">Who says it.</param>
/// <param name="Name">The option, the variable as it is spelt, or the file; empty for the default.</param>
public sealed record Source(Origin Origin, string Name)
{
    /// <summary>Nobody said anything.</summary>
    public static Source Nobody { get; } = new(Origin.Default, "");

    /// <summary>The folder that relative paths start from.</summary>
    internal string? Folder { get; init; }
}
