using System.Collections.Concurrent;
using System.Reflection;

namespace RunnerFacts.Laboratory;

/// <summary>What the bindings of a laboratory wrote down with <c>Log.Add</c>.</summary>
internal static class LabLog
{
    /// <summary>Compiled into every laboratory.</summary>
    public const string Source = """
        public static class Log
        {
            public static readonly System.Collections.Concurrent.ConcurrentQueue<string> Lines = new();
            public static void Add(object? line) => Lines.Enqueue(
                System.Convert.ToString(line, System.Globalization.CultureInfo.InvariantCulture) ?? "null");
        }
        """;

    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        var lines = assembly.GetType("Log", throwOnError: true)!.GetField("Lines")!.GetValue(null);
        return [.. (ConcurrentQueue<string>)lines!];
    }
}
