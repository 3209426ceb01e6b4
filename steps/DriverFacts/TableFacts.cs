using Drivers;
using Xunit;

namespace DriverFacts;

public sealed class TableFacts
{
    [Fact]
    public void An_unknown_header_is_an_error() =>
        Assert.Throws<SpecException>(() => new TextTable(["FILE", "COLOUR"], []).Read("FILE"));

    [Fact]
    public void Row_order_does_not_matter() =>
        new TextTable(["FILE"], [["b"], ["a"]]).ShouldBeExactly("The test saw", Rows("a", "b"));

    [Fact]
    public void A_row_too_few_and_a_row_too_many_are_shown()
    {
        var wrong = Assert.Throws<SpecException>(
            () => new TextTable(["FILE"], [["a"], ["b"]]).ShouldBeExactly("The test saw", Rows("b", "c")));
        Assert.Contains("missing | a", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("surplus | c", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/a.py")]
    [InlineData(@"caf\udce9.txt")]
    [InlineData(@"a\u000ab")]
    public void A_path_survives_its_bytes(string cell)
    {
        var path = PathText.Read(cell);
        Assert.Equal(path, PathText.FromBytes(PathText.Bytes(path)));
        Assert.Equal(cell, PathText.Show(path));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(params string[] files) =>
        files.Select(file => new Dictionary<string, string> { ["FILE"] = file });
}
