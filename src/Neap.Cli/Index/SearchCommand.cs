using System.CommandLine;
using Neap.Content;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index search</c>.</summary>
internal static class SearchCommand
{
    private const int MaxLimit = 1_000;

    public static Command Create(CommandHost host)
    {
        var set = new Options();
        var command = new Command("search", "Find code by words and by meaning.");
        set.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Configuration.Read(host, parsed);
            var store = Places.Store(host, settings);
            var recorded = await RecordedDimensions.FindAsync(host, store, parsed.GetValue(set.Slot.Collection), cancellation);
            await using var embedder = await EmbedderOptions.CreateAsync(settings, host, recorded, cancellation);
            await using var index = await IndexReading.OpenAsync(host, store, cancellation);
            var question = set.Question(parsed);
            var hits = await new Searcher(index, embedder).FindAsync(question, cancellation);
            var snippets = await Snippets.ReadAsync(hits, index, cancellation);
            Write(host, parsed, question, hits.Select((hit, i) => HitDocument.Of(hit, i + 1, snippets[i])).ToArray());
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(CommandHost host, ParseResult parsed, SearchQuestion question, HitDocument[] hits)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, new SearchDocument(question.Text, hits));
        }
        else
        {
            SearchText.Write(host.Out, hits);
            SayNothingFound(host, parsed, hits);
        }

        host.Out.Flush();
    }

    private static void SayNothingFound(CommandHost host, ParseResult parsed, HitDocument[] hits)
    {
        if (hits.Length == 0 && !parsed.GetValue<bool>("--quiet"))
        {
            host.Error.WriteLine("Nothing found.");
        }
    }

    private sealed class Options
    {
        public SlotOptions Slot { get; } = new();

        public EmbedderOptions Embedder { get; } = new();

        private readonly Argument<string[]> _words = new("words") { Description = "What to look for.", Arity = ArgumentArity.OneOrMore };
        private readonly Option<int> _limit = new("--limit") { Description = "Most hits. Default 10; 1 to 1,000.", DefaultValueFactory = _ => 10 };
        private readonly Option<string?> _path = new("--path") { Description = "Only paths that fit, such as src/**/*.py." };
        private readonly Option<string?> _language = new("--language") { Description = "Only files of a language, such as python." };
        private readonly Option<string?> _repository = new("--repository") { Description = "Only this repository, by its name in the index." };
        private readonly Option<string> _by = new("--by") { Description = "hybrid (default), words or vectors.", DefaultValueFactory = _ => "hybrid" };

        public void AddTo(Command command)
        {
            _words.Validators.Add(words =>
            {
                if (words.Tokens.All(word => string.IsNullOrWhiteSpace(word.Value)))
                {
                    words.AddError("The question is empty; name at least one word.");
                }
            });
            command.Add(_words);
            foreach (var option in new Option[] { _limit, _path, _language, _repository, _by.AcceptOnlyFromAmong("hybrid", "words", "vectors") })
            {
                command.Add(option);
            }

            Slot.AddTo(command);
            Embedder.AddTo(command);
        }

        public SearchQuestion Question(ParseResult parsed)
        {
            var limit = parsed.GetValue(_limit);
            return limit is < 1 or > MaxLimit
                ? throw Wrong($"--limit {limit} is out of bounds.", "Name a number from 1 to 1,000.")
                : new SearchQuestion
                {
                    Text = string.Join(' ', parsed.GetValue(_words)!),
                    Limit = limit,
                    Collection = parsed.GetValue(Slot.Collection),
                    Repository = parsed.GetValue(_repository),
                    Ref = parsed.GetValue(Slot.Ref),
                    Ways = WaysOf(parsed.GetValue(_by)!),
                    Accepts = Filter(parsed.GetValue(_path), parsed.GetValue(_language)),
                };
        }

        private static SearchWays WaysOf(string text) => text switch
        {
            "words" => SearchWays.Lexical,
            "vectors" => SearchWays.Semantic,
            _ => SearchWays.Hybrid,
        };

        private static Func<RepoPath, bool> Filter(string? path, string? language)
        {
            Glob? glob = null;
            if (path is not null && !Glob.TryParse(path, out glob))
            {
                throw Wrong($"--path \"{Terminal.Safe(path)}\" is not a pattern.", "Use *, **, ? and [a-z], as in .gitignore.");
            }

            string? wanted = null;
            if (language is not null && !Language.TryParse(language, out wanted))
            {
                throw Wrong($"--language: \"{Terminal.Safe(language)}\" is not a language that Neap knows.", LanguagesLike(language));
            }

            return candidate => (glob is null || glob.Accepts(candidate)) && (wanted is null || Language.Of(candidate) == wanted);
        }

        private static string LanguagesLike(string text) => NearNames.Of(text, Language.All) is [_, ..] near
            ? $"Did you mean {string.Join(" or ", near)}?"
            : $"There are {string.Join(", ", Language.All)}; the end of a file's name, such as py, does too.";

        private static NeapException Wrong(string what, string next) => new(FailureKind.Usage, what, "Nothing was changed. " + next);
    }
}
