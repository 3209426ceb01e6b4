namespace Benchmarks;

/// <summary>Side-by-side measurements of whole processes: what git and SQLite need, and what neap needs.</summary>
internal static class Program
{
    /// <summary>With this argument the program is the empty process that others are compared with.</summary>
    public const string Nothing = "nothing";

    private static int Main(string[] args) => args is [Nothing] ? 0 : Commands.Run(args);
}
