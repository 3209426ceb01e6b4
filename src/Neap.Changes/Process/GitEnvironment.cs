using System.Diagnostics;

namespace Neap.Changes;

/// <summary>The environment git runs in: this repository and no other, the plain language, and no questions.</summary>
internal static class GitEnvironment
{
    // What `git rev-parse --local-env-vars` lists, without GIT_CONFIG_COUNT and GIT_CONFIG_PARAMETERS, which carry a
    // user's own settings such as safe.directory; and what changes output or paths.
    private static readonly string[] Inherited =
    [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_ATTR_SOURCE", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DEFAULT_HASH",
        "GIT_DIFF_OPTS", "GIT_DIR", "GIT_EXTERNAL_DIFF", "GIT_GLOB_PATHSPECS", "GIT_GRAFT_FILE", "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_LITERAL_PATHSPECS",
        "GIT_NAMESPACE", "GIT_NOGLOB_PATHSPECS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_TRACE", "GIT_WORK_TREE",
    ];

    /// <summary>Prepares a process that is about to start.</summary>
    public static void Apply(ProcessStartInfo start, IReadOnlyDictionary<string, string> additions)
    {
        foreach (var name in Inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in additions)
        {
            start.Environment[name] = value;
        }
    }
}
