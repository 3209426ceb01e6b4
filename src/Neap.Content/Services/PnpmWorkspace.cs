using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Neap.Content;

/// <summary><c>pnpm-workspace.yaml</c>: the list <c>packages</c> of folder patterns.</summary>
internal static class PnpmWorkspace
{
    public static IEnumerable<Member> Read(Manifest manifest)
    {
        try
        {
            return Patterns(new Parser(new StringReader(manifest.Text))) is { } patterns
                ? FolderGlobs.Match(patterns, "package.json", manifest)
                : [new Member.Unread("has packages that are no list of texts")];
        }
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException)
        {
            // The reader's own state fails on some texts that are no YAML before it finds words for them.
            return [new Member.Unread("is not YAML")];
        }
    }

    /// <summary>The patterns; empty where there are none, null where they are something else.</summary>
    /// <remarks>Event by event: a tree of objects would need as many calls inside each other as the file has brackets.</remarks>
    private static List<string>? Patterns(Parser yaml)
    {
        yaml.Consume<StreamStart>();
        if (!yaml.TryConsume<DocumentStart>(out _) || !yaml.TryConsume<MappingStart>(out _))
        {
            return [];
        }

        while (!yaml.TryConsume<MappingEnd>(out _))
        {
            var isPackages = yaml.Accept<Scalar>(out var key) && key.Value == "packages";
            yaml.SkipThisAndNestedEvents();
            if (isPackages)
            {
                return List(yaml);
            }

            yaml.SkipThisAndNestedEvents();
        }

        return [];
    }

    private static List<string>? List(Parser yaml)
    {
        if (!yaml.TryConsume<SequenceStart>(out _))
        {
            return yaml.Accept<Scalar>(out var nothing) && nothing.Value is "" or "~" or "null" ? [] : null;
        }

        var patterns = new List<string>();
        while (!yaml.TryConsume<SequenceEnd>(out _))
        {
            if (!yaml.TryConsume<Scalar>(out var pattern))
            {
                return null;
            }

            patterns.Add(pattern.Value);
        }

        return patterns;
    }
}
