using System.CommandLine;
using System.CommandLine.Parsing;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>
/// Puts the settings together: default, the person's file, the repository's file, environment, options. Everything
/// that is wrong is collected.
/// </summary>
internal sealed class SettingsReader(CommandHost host)
{
    private const string FilePrefix = "file:";
    private const string VariablePrefix = "NEAP_";

    /// <summary>Variables of the specification suite, not of the product.</summary>
    private const string SuitePrefix = "NEAP_TEST_";

    private readonly List<SettingProblem> _problems = [];
    private readonly Settings _settings = new();

    /// <summary>Everything that is wrong, in the order in which it was read.</summary>
    public IReadOnlyList<SettingProblem> Problems => _problems;

    /// <summary>Reads all layers for a folder.</summary>
    public Settings Read(ParseResult? parsed, string folder)
    {
        if (ConfigurationFiles.FindUserFile(host) is { } user)
        {
            ReadFile(user, Origin.User);
            _settings.UserFile = user;
        }

        if (ConfigurationFiles.FindRepositoryFile(folder) is { } own)
        {
            _settings.Services = ReadFile(own, Origin.Repository);
            _settings.RepositoryFile = own;
        }

        ReadVariables();
        for (SymbolResult? at = parsed?.CommandResult; at is CommandResult command; at = at.Parent)
        {
            ReadOptions(command);
        }

        _problems.AddRange(SettingCombinations.Problems(_settings));
        return _settings;
    }

    /// <summary>Takes a value, or notes why it cannot be.</summary>
    public void Take(Setting setting, string text, Source source, bool isFile)
    {
        var names = setting.IsSecret && text.StartsWith(FilePrefix, StringComparison.Ordinal);
        var bare = names ? text[FilePrefix.Length..] : text;
        isFile |= names;
        if ((WhyNot(setting, bare, source, isFile) ?? WhyTwice(setting, source, isFile)) is { } wrong)
        {
            var asFile = isFile && !names && source.Origin is Origin.User or Origin.Repository;
            Complain(source, asFile ? setting.Key + Catalogue.FileSuffix : setting.Key, wrong);
            return;
        }

        var value = isFile || IsPath(setting, bare) ? Absolute(bare, source) : bare;
        _settings.Set(new SettingValue(setting, value, source) { IsFile = isFile });
    }

    /// <summary>Notes a problem.</summary>
    public void Complain(Source source, string key, string what) => _problems.Add(new SettingProblem(source, key, what));

    private ReadOnlyMemory<byte> ReadFile(string path, Origin origin)
    {
        var file = new ConfigurationFile(this, new Source(origin, path) { Folder = Path.GetDirectoryName(path) });
        file.Read();
        return file.ServicesJson;
    }

    private void ReadVariables()
    {
        foreach (var (name, text) in host.Environment)
        {
            if (text.Length > 0 && name.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith(SuitePrefix, StringComparison.OrdinalIgnoreCase))
            {
                ReadVariable(name, text);
            }
        }
    }

    /// <summary>Other programs may use the prefix, so that only what looks misspelt is an error.</summary>
    private void ReadVariable(string name, string text)
    {
        var source = new Source(Origin.Environment, name);
        if (Catalogue.Find(name.AsSpan(VariablePrefix.Length), out var isFile) is { } setting)
        {
            Take(setting, text, source, isFile);
        }
        else if (NearestSetting.Of(name[VariablePrefix.Length..]) is { } near)
        {
            Complain(source, "", $"is not a setting; did you mean {VariablePrefix}{near.ToUpperInvariant()}?");
        }
    }

    private void ReadOptions(CommandResult command)
    {
        foreach (var child in command.Children)
        {
            if (child is OptionResult { Implicit: false } given && Find(given.Option.Name) is { } setting)
            {
                var text = setting.OptionMeans ?? (given.Tokens.Count > 0 ? given.Tokens[^1].Value : "");
                Take(setting, text, new Source(Origin.Option, given.Option.Name), isFile: setting.IsSecret);
            }
        }
    }

    private static Setting? Find(string option)
    {
        foreach (var setting in Catalogue.Entries)
        {
            if (setting.Option == option)
            {
                return setting;
            }
        }

        return null;
    }

    private string? WhyNot(Setting setting, string text, Source source, bool isFile)
    {
        if (source.Origin == Origin.Repository && setting.IsPersonal)
        {
            return "cannot be decided by a repository; set it in your own configuration file or environment.";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return "is empty.";
        }

        var need = isFile ? null : SettingRules.WhyNot(setting, text);
        return need is not null ? Says(setting, text) + need + "." : LeavesRepository(setting, text, source);
    }

    /// <summary>Secrets are not repeated, and a mistyped address may hold one.</summary>
    private static string Says(Setting setting, string text) =>
        setting.Kind is SettingKind.Secret or SettingKind.Address or SettingKind.Place or SettingKind.Folder ? "cannot be used; " : $"says \"{text}\"; ";

    /// <summary>Whoever clones a repository does not let it write elsewhere.</summary>
    private string? LeavesRepository(Setting setting, string text, Source source)
    {
        if (source.Origin != Origin.Repository || setting.Kind is not (SettingKind.Folder or SettingKind.Place))
        {
            return null;
        }

        var inside = !StoreAddress.IsServer(text)
            && Absolute(text, source).StartsWith(source.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside ? null : "leads out of the repository; only your own configuration can do that.";
    }

    private string? WhyTwice(Setting setting, Source source, bool isFile) =>
        _settings[setting] is { Text: not null } other && other.Source.Origin == source.Origin && other.IsFile != isFile
            ? "is given twice, as itself and as a file."
            : null;

    private static bool IsPath(Setting setting, string text) =>
        setting.Kind == SettingKind.Folder || (setting.Kind == SettingKind.Place && !StoreAddress.IsServer(text));

    private string Absolute(string path, Source source)
    {
        var home = path.StartsWith("~/", StringComparison.Ordinal) ? host.Variable("HOME") : null;
        return Path.GetFullPath(home is null ? path : Path.Combine(home, path[2..]), source.Folder ?? host.WorkingFolder);
    }
}
