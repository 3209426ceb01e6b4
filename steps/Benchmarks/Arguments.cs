using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Benchmarks;

/// <summary>What was typed.</summary>
internal sealed class Arguments
{
    private static readonly HashSet<string> WithValue = ["--out", "--history", "--neap", "--rounds", "--turns", "--name", "--files"];
    private static readonly HashSet<string> Flags = ["--small", "--without-peers"];
    private readonly Dictionary<string, string> _options = [];

    private Arguments(string command) => Command = command;

    /// <summary><c>run</c> or <c>generate</c>.</summary>
    public string Command { get; }

    /// <summary>The repository or the folder; null where none was named.</summary>
    public string? Place { get; private set; }

    /// <summary>Reads them; false where they make no sense.</summary>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? given)
    {
        given = args is ["run" or "generate", ..] ? new Arguments(args[0]) : null;
        return given is not null && given.Take(args.AsSpan(1)) && (given.Command == "run" || given.Place is not null);
    }

    /// <summary>Whether an option was given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>An option's value; null where it was not given.</summary>
    public string? Text(string option) => _options.GetValueOrDefault(option);

    /// <summary>An option's number, at least 1.</summary>
    public int Number(string option, int otherwise) =>
        int.TryParse(Text(option), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : otherwise;

    private bool Take(ReadOnlySpan<string> rest)
    {
        while (!rest.IsEmpty)
        {
            if (WithValue.Contains(rest[0]) && rest.Length > 1)
            {
                _options[rest[0]] = rest[1];
                rest = rest[2..];
            }
            else if (Flags.Contains(rest[0]))
            {
                _options[rest[0]] = "";
                rest = rest[1..];
            }
            else if (Place is null && !rest[0].StartsWith('-'))
            {
                Place = rest[0];
                rest = rest[1..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
