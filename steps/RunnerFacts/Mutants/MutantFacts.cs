using RunnerFacts.Lint;
using Specs.Report;

namespace RunnerFacts.Mutants;

/// <summary>What may be changed in a program, and that the same changes are drawn again.</summary>
public sealed class MutantFacts
{
    private const string Plan = """
        build: [none]
        compile: [none]
        loaded: [none]
        suite: [none]
        messages: none
        minutes: 1
        seed: SEED
        groups:
          - { name: shop, sample: 9, files: [src/Shop.cs], features: [shop/orders] }
        beyond: []
        equivalent: {}
        """;

    [Theory]
    [InlineData("if (a < b) { Pay(); }", "< => <=", "a < b => !(a < b)", "Pay(); => ;")]
    [InlineData("while (a == b || c) { i++; }", "== => !=", "|| => &&", "++ => --")]
    [InlineData("if (!a) { continue; }", "!a => (a)", "continue; => ;")]
    [InlineData("x = a ?? b;", "x = a ?? b; => ;", "a ?? b => (b)")]
    [InlineData("return a is null or 1 ? b : c;", "or => and", "a is null or 1 => !(a is null or 1)", "a is null or 1 ? b : c => default!")]
    [InlineData("var y = a is not null && b is null;", "&& => ||", "not null => (null)", "null => not null")]
    [InlineData("var y = all.Where(a => a.B).Any() == true;", "all.Where(a => a.B) => all", "Any => All", "== => !=", "true => false")]
    [InlineData("yield return a switch { _ when b => c, _ => d };", "b => !(b)")]
    [InlineData("ArgumentNullException.ThrowIfNull(a); throw new E(a ? b : c);")]
    [InlineData("await x.ConfigureAwait(false);", "await x.ConfigureAwait(false); => ;")]
    public async Task APlaceIsChangedByEveryRuleThatFits(string code, params string[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var listed = await ListAsync($"class Shop {{ void Sell() {{ {code} }} }}", 1);
        var found = listed.Select(line => line[(line.IndexOf(".cs:1 ", StringComparison.Ordinal) + ".cs:1 ".Length)..]);
        changes.Should().BeSubsetOf(found);
        if (changes.Length == 0)
        {
            listed.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task TheDrawIsRepeatedAndOutlivesAChangeElsewhere()
    {
        const string Code = "class Shop { void Sell() {\nif (a < b) { Pay(); } } }";
        var first = Names(await ListAsync(Code, 1));
        first.Distinct().Should().HaveCount(3);
        Names(await ListAsync(Code, 1)).Should().Equal(first);
        Names(await ListAsync("// Shops sell.\n" + Code, 1)).Should().Equal(first);
        var draws = new List<string>();
        for (var seed = 2; seed < 12; seed++)
        {
            draws.Add(Names(await ListAsync(Code, seed))[0]);
        }

        draws.Distinct().Order().Should().Equal(first.Order());
    }

    [Fact]
    public async Task APlanThatNamesNoSourceIsRefused()
    {
        using var suite = new LintSuite(new() { ["plan.yml"] = Plan.Replace("SEED", "1", StringComparison.Ordinal) });
        (await suite.RunAsync("mutants", "--list", "--plan", "plan.yml")).Code.Should().Be(ExitCodes.WrongUse);
        (await suite.RunAsync("mutants", "--list", "--plan", "none.yml")).Code.Should().Be(ExitCodes.Input);
    }

    private static string[] Names(string[] lines) => [.. lines.Select(line => line.Split(' ')[1])];

    private static async Task<string[]> ListAsync(string code, int seed)
    {
        using var suite = new LintSuite(new()
        {
            ["plan.yml"] = Plan.Replace("SEED", $"{seed}", StringComparison.Ordinal),
            ["src/Shop.cs"] = code,
        });
        var (end, output) = await suite.RunAsync("mutants", "--list", "--plan", "plan.yml");
        end.Should().Be(ExitCodes.Open, "the output is {0}", output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
