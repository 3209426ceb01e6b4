using System.CommandLine;

namespace Neap.Cli;

/// <summary><c>neap config show</c>: every setting with its value and, on request, who says so.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandHost host)
    {
        var folder = new Argument<string?>("repository")
        {
            Description = "The repository whose configuration counts. Default: the current folder's.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var origin = new Option<bool>("--origin") { Description = "Show who says so: option, variable, file or default." };
        var command = new Command("show", "Show every setting and its value. Nothing secret is shown.") { folder, origin };
        command.SetAction(parsed =>
        {
            var settings = Configuration.Read(host, parsed, parsed.GetValue(folder));
            if (parsed.GetValue<bool>("--json"))
            {
                JsonOutput.Write(host.Out, Document(host, settings));
            }
            else
            {
                WriteText(host, settings, parsed.GetValue(origin));
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static ConfigurationDocument Document(CommandHost host, Settings settings) => new(
        [.. settings.Values.Select(value => SettingDocument.Of(value, Shown(host, settings, value)))],
        settings.RepositoryFile,
        settings.UserFile);

    private static void WriteText(CommandHost host, Settings settings, bool withOrigin)
    {
        var rows = settings.Values.Select(value => (value.Setting.Key, Value: Shown(host, settings, value) ?? "-", Origin: Origin(value))).ToArray();
        var (keys, values) = (rows.Max(row => row.Key.Length), rows.Max(row => row.Value.Length));
        foreach (var (key, value, origin) in rows)
        {
            var line = $"{key.PadRight(keys)}  {Terminal.Safe(withOrigin ? value.PadRight(values) : value)}";
            host.Out.WriteLine(withOrigin ? $"{line}  {Terminal.Safe(origin)}" : line);
        }
    }

    /// <summary>The place of the index is worked out; all else is shown as it was given.</summary>
    private static string? Shown(CommandHost host, Settings settings, SettingValue value) =>
        value.Setting == Catalogue.Store && value.Text is null && settings.Text(Catalogue.CheckpointFolder) is null
            && HasHome(host)
            ? Places.Store(host, settings)
            : Redaction.Shown(value);

    private static bool HasHome(CommandHost host) =>
        host.Variable("HOME") is not null || host.Variable("XDG_DATA_HOME") is not null;

    private static string Origin(SettingValue value) => value.Source switch
    {
        { Origin: Cli.Origin.Default } => "default",
        { Origin: var origin, Name: var name } => $"{Core.Names.Of(origin)} {name}",
    };
}
