using System.Text;
using Neap.Content;

namespace Properties;

/// <summary>A secret is seen wherever it stands in a text, and what only resembles one never is.</summary>
public sealed class SecretProperties
{
    private const string Letters = "q7Zk2Wp9Rt4Xv6Bn8Mc3Lj5Hg1Fd0Sa";

    /// <summary>What tokens begin with, and the fewest characters that follow.</summary>
    private static readonly (string Mark, int Length)[] Tokens =
    [
        ("ghp_", 36), ("gho_", 36), ("ghu_", 36), ("ghs_", 36), ("ghr_", 36), ("github_pat_", 82), ("glpat-", 20),
        ("xoxb-", 40), ("xoxp-", 40), ("sk_live_", 24), ("rk_live_", 24), ("AKIA", 16), ("ASIA", 16), ("AIza", 35),
        ("npm_", 36), ("pypi-AgEIcHlwaS5vcmc", 50), ("sk-ant-", 80),
    ];

    [Fact]
    public void A_token_is_seen_at_every_place()
    {
        var unseen =
            from token in Tokens
            let text = token.Mark + Body(token.Mark, token.Length)
            from place in Places()
            where !IsSecret(place.Before + text + place.After)
            select $"{token.Mark} at {place.Before.Length} before {place.After.Length} more";
        unseen.Should().BeEmpty("a token is a secret wherever it stands");
    }

    [Fact]
    public void A_token_that_lacks_a_character_is_none()
    {
        var seen =
            from token in Tokens
            from text in (string[])[token.Mark + Body(token.Mark, token.Length - 1), token.Mark[1..] + Body(token.Mark, token.Length)]
            from place in Places()
            where IsSecret(place.Before + text + place.After)
            select $"{text} at {place.Before.Length}";
        seen.Should().BeEmpty("a part of a token is none");
    }

    [Fact]
    public void A_token_is_seen_behind_others_that_are_none()
    {
        var placeholders = string.Concat(Tokens.Select(token => $"{token.Mark} {token.Mark}{new string('X', token.Length)} "));
        IsSecret(placeholders).Should().BeFalse("no token is in {0}", placeholders);
        var unseen = Tokens.Where(token => !IsSecret($"{placeholders}{token.Mark}{Body(token.Mark, token.Length)}"));
        unseen.Select(token => token.Mark).Should().BeEmpty("they are seen behind what only begins as they do");
    }

    /// <summary>More places and rests than any width in which a search looks at a text.</summary>
    private static IEnumerable<(string Before, string After)> Places() =>
        from before in Enumerable.Range(0, 70)
        from after in (int[])[0, 1, 5, 16, 33]
        select (string.Concat(Enumerable.Repeat("g sk_A\n", 10))[^before..], string.Concat(Enumerable.Repeat(" -pa", 9))[..after]);

    private static string Body(string mark, int length)
    {
        var letters = mark is "AKIA" or "ASIA" ? "Q7ZK2WP5RT4XV6BN" : Letters;
        return string.Concat(Enumerable.Range(0, length).Select(at => letters[at % letters.Length]));
    }

    private static bool IsSecret(string text) => SecretContent.Is(Encoding.UTF8.GetBytes(text));
}
