using Drivers;
using Xunit;
using Xunit.Sdk;

namespace DriverFacts;

public sealed class TableFacts
{
    [Fact]
    public void An_unknown_header_is_an_error() =>
        new TextTable(["FILE", "COLOUR"], []).Invoking(table => table.Read("FILE")).Should().ThrowExactly<SpecException>();

    [Fact]
    public void Row_order_does_not_matter() =>
        new TextTable(["FILE"], [["b"], ["a"]]).ShouldBeExactly("The test saw", Rows("a", "b"));

    [Fact]
    public void A_row_too_few_and_a_row_too_many_are_shown()
    {
        var table = new TextTable(["FILE"], [["a"], ["b"]]);
        table.Invoking(expected => expected.ShouldBeExactly("The test saw", Rows("b", "c"))).Should().ThrowExactly<XunitException>()
            .Which.Message.Should().Contain("missing | a").And.Contain("surplus | c");
    }

    [Theory]
    [InlineData("src/a.py")]
    [InlineData(@"caf\udce9.txt")]
    [InlineData(@"a\u000ab")]
    public void A_path_survives_its_bytes(string cell)
    {
        var path = PathText.Read(cell);
        PathText.FromBytes(PathText.Bytes(path)).Should().Be(path);
        PathText.Show(path).Should().Be(cell);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(params string[] files) =>
        files.Select(file => new Dictionary<string, string> { ["FILE"] = file });
}
