using System.CommandLine;
using System.CommandLine.Parsing;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Words for a command line that cannot be understood.</summary>
internal static class Misuse
{
    /// <summary>Whether it is wrong.</summary>
    public static bool Is(ParseResult parsed) => parsed.Errors.Count > 0 || UnknownOption(parsed) is not null;

    /// <summary>What is wrong.</summary>
    public static string What(ParseResult parsed) => (UnknownCommand(parsed), UnknownOption(parsed)) switch
    {
        ({ } command, _) => $"There is no command `{PathOf(parsed)} {command}`.",
        (_, { } option) => $"There is no option {option}.",
        _ => string.Join(" ", parsed.Errors.Select(error => error.Message)),
    };

    /// <summary>What may have been meant, and where everything stands that can be typed.</summary>
    public static string Next(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"`{PathOf(parsed)} --help` shows what can be typed.";
        if (UnknownCommand(parsed) is { } unknown)
        {
            return Near(unknown, command.Subcommands) is { } name ? $"Did you mean `{PathOf(parsed)} {name}`? {help}" : help;
        }

        if (UnknownOption(parsed) is not { } option)
        {
            return help;
        }

        var options = parsed.RootCommandResult.Command.Options.Where(any => any.Recursive).Concat(command.Options);
        var others = command.Arguments.Count > 0 ? $"{help} Other words that begin with a dash stand behind `--`." : help;
        return Near(option, options) is { } near ? $"Did you mean `{near}`? {others}" : others;
    }

    /// <summary>The first word that looks like an option and is none; behind <c>--</c> every word is taken as it is.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .Where(word => word.Length > 1 && word[0] == '-' && !word.Contains(' ', StringComparison.Ordinal))
            .ToArray();
        return parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Select(token => token.Value)
            .FirstOrDefault(words.Contains);
    }

    private static string? UnknownCommand(ParseResult parsed) =>
        parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-')
            ? first
            : null;

    private static string? Near(string wanted, IEnumerable<Symbol> symbols) =>
        NearNames.Of(wanted, symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name)) is [var nearest, ..] ? nearest : null;

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }

        return string.Join(' ', names.Prepend("neap"));
    }
}
