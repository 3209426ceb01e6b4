using Drivers;
using Xunit;

namespace DriverFacts;

public sealed class FilterFacts
{
    [Theory]
    [InlineData("A file is renamed", "'DisplayName~A file is renamed'")]
    [InlineData("<count> unknown ids are allowed", "'DisplayName~<count> unknown ids are allowed'")]
    [InlineData("A key = a secret (or not)", @"'DisplayName~A key \= a secret \(or not\)'")]
    [InlineData("Somebody else's lock", @"'DisplayName~Somebody else'\''s lock'")]
    public void A_title_is_one_word_for_the_shell_and_one_text_for_the_filter(string title, string word) =>
        TestFilter.ForShell(title).Should().Be(word);
}
