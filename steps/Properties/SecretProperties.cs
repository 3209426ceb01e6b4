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
        foreach (var (mark, length) in Tokens)
        {
            var token = mark + Body(mark, length);
            foreach (var (before, after) in Places())
            {
                Assert.True(IsSecret(before + token + after), $"{mark} at {before.Length} before {after.Length} more");
            }
        }
    }

    [Fact]
    public void A_token_that_lacks_a_character_is_none()
    {
        foreach (var (mark, length) in Tokens)
        {
            foreach (var (before, after) in Places())
            {
                Assert.False(IsSecret(before + mark + Body(mark, length - 1) + after), $"{mark} at {before.Length}");
                Assert.False(IsSecret(before + mark[1..] + Body(mark, length) + after), $"{mark[1..]} at {before.Length}");
            }
        }
    }

    [Fact]
    public void A_token_is_seen_behind_others_that_are_none()
    {
        var placeholders = string.Concat(Tokens.Select(token => $"{token.Mark} {token.Mark}{new string('X', token.Length)} "));
        Assert.False(IsSecret(placeholders));
        foreach (var (mark, length) in Tokens)
        {
            Assert.True(IsSecret($"{placeholders}{mark}{Body(mark, length)}"), mark);
        }
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
