using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>What <c>neap --version</c> says: the version, the commit it was built from, and the SQLite in use.</summary>
internal static class VersionText
{
    public static void Replace(RootCommand root, CommandHost host)
    {
        var option = root.Options.OfType<VersionOption>().Single();
        option.Action = new Print(host);
    }

    private static string Text()
    {
        var informational = typeof(VersionText).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var parts = informational.Split('+');
        var commit = parts.Length > 1 ? $"commit {parts[1]}" : "commit unknown";
        return $"neap {parts[0]} ({commit}, SQLite {SqliteNative.Version})";
    }

    private sealed class Print(CommandHost host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            host.Out.WriteLine(Text());
            return ExitCodes.Done;
        }
    }
}
