using System.CommandLine;

namespace Neap.Cli;

/// <summary>Prints how much was cleared away.</summary>
internal static class Cleared
{
    public static void Write(CommandHost host, ParseResult parsed, long count, string words)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, new ClearedDocument(count));
        }
        else if (!parsed.GetValue<bool>("--quiet"))
        {
            host.Out.WriteLine(words);
        }

        host.Out.Flush();
    }
}
