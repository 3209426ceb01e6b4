using Reqnroll;
using Reqnroll.Assist;
using Reqnroll.Assist.Attributes;

namespace RunnerFacts;

/// <summary>Tables become objects, and are compared with them.</summary>
public sealed class TableFacts
{
    [Fact]
    public void OneRowOrTwoColumnsMakeAnInstance()
    {
        Table("Name|Count|Colour", "a|1,200|dark blue").CreateInstance<Thing>()
            .Should().Be(new Thing("a", 1200, Colour.DarkBlue));
        Table("Field|Value", "Name|a", "Count|2").CreateInstance<Thing>().Should().Be(new Thing("a", 2, Colour.Red));
        Table("What|That", "name|a", "count|2").CreateInstance<Thing>().Should().Be(new Thing("a", 2, Colour.Red));
        Table("Field|Value", "Name|a").CreateInstance<Thing>().Should().Be(new Thing("a", 0, Colour.Red));
        Table("Name|Count", "a|nonsense").CreateInstance<Thing>().Should().Be(new Thing("a", 0, Colour.Red));
    }

    [Fact]
    public void ColumnsAreMatchedWithoutCaseSpacesPunctuationAndAccents()
    {
        var box = Table("First-Name|LAST-NAME|alias", "a|b|c").CreateInstance<Box>();
        (box.FirstName, box.LastName, box.Other).Should().Be(("a", "b", "c"));
    }

    [Fact]
    public void UnknownColumnsAreIgnoredUnlessTheyMustNotBe()
    {
        Table("Name|Nonsense", "a|b").CreateInstance<Thing>().Name.Should().Be("a");
        var strict = new InstanceCreationOptions { VerifyAllColumnsBound = true };
        FluentActions.Invoking(() => Table("Name|Nonsense", "a|b").CreateInstance<Thing>(strict))
            .Should().ThrowExactly<ColumnCouldNotBeBoundException>();
    }

    [Fact]
    public void SetsTuplesAndGivenInstancesAreFilled()
    {
        Table("Name", "a", "b").CreateSet<Thing>().Select(thing => thing.Name).Should().Equal("a", "b");
        Table("x|y", "a|1").CreateInstance<(string, int)>().Should().Be(("a", 1));
        var box = new Box { LastName = "kept" };
        Table("FirstName", "a").FillInstance(box);
        (box.FirstName, box.LastName).Should().Be(("a", "kept"));
        Table("Numbers", "1, 2").CreateInstance<Box>().Numbers.Should().Equal(1, 2);
    }

    [Fact]
    public void ComparisonNamesWhatDiffers()
    {
        var thing = new Thing("a", 2, Colour.Red);
        Table("Name|Count", "a|2").CompareToInstance(thing);
        Table("Field|Value", "Name|a").IsEquivalentToInstance(thing).Should().BeTrue();
        Table("Name", "b").IsEquivalentToInstance(thing).Should().BeFalse();
        FluentActions.Invoking(() => Table("Name|Count", "a|3").CompareToInstance(thing))
            .Should().ThrowExactly<ComparisonException>().Which.Message.Should().Contain("Count: Expected <3>, Actual <2>");
        FluentActions.Invoking(() => Table("Size", "1").CompareToInstance(thing))
            .Should().ThrowExactly<ComparisonException>().Which.Message.Should().Contain("'Size' does not exist");
    }

    [Fact]
    public void SetsAreComparedInAnyOrderUnlessTheSequenceCounts()
    {
        Thing[] things = [new("b", 0, Colour.Red), new("a", 0, Colour.Red)];
        var table = Table("Name", "a", "b");
        table.CompareToSet(things);
        FluentActions.Invoking(() => table.CompareToSet(things, sequentialEquality: true))
            .Should().ThrowExactly<ComparisonException>();
        FluentActions.Invoking(() => table.CompareToSet(things[..1])).Should().ThrowExactly<ComparisonException>();
        FluentActions.Invoking(() => table.CompareToSet([.. things, things[0]]))
            .Should().ThrowExactly<ComparisonException>();
        Table("Name", "a").FindInSet(things).Should().BeSameAs(things[1]);
    }

    [Fact]
    public void ProjectionsCompareByTheColumnsOfTheTable()
    {
        Thing[] things = [new("a", 1, Colour.Red), new("b", 2, Colour.Red)];
        Table("Name", "b", "a").ToProjection<Thing>().Except(things.ToProjection()).Should().BeEmpty();
        var missing = Table("Name", "a", "c").ToProjection(things).Except(things.ToProjection());
        missing.Should().ContainSingle().Which.ToString().Should().Be("Name=c");
        Table("Field|Value", "Name|a").ToProjectionOfInstance(things[0]).Should().Be(things.ToProjection().First());
    }

    [Fact]
    public void TheSuiteMayReadAndCompareItsOwnWay()
    {
        var own = new Own();
        Service.Instance.ValueRetrievers.Register(own);
        Service.Instance.ValueComparers.Register(own);
        try
        {
            Table("Version", "nine").CreateInstance<Release>().Version.Should().Be(new Version(9, 9));
            Table("Version", "nine").CompareToInstance(new Release { Version = new(9, 9) });
            Table("Version", "ten").IsEquivalentToInstance(new Release { Version = new(9, 9) }).Should().BeFalse();
        }
        finally
        {
            Service.Instance.RestoreDefaults();
        }
    }

    [Fact]
    public void RowsAreReadByColumn()
    {
        var row = Table("n|b|d|e|t", "3|true|1.5|dark blue|2026-03-04").Rows[0];
        (row.GetInt32("n"), row.GetBoolean("b"), row.GetDecimal("d")).Should().Be((3, true, 1.5m));
        row.GetEnum<Colour>("e").Should().Be(Colour.DarkBlue);
        row.GetDateTime("t").Should().Be(new DateTime(2026, 3, 4));
        FluentActions.Invoking(() => row["none"]).Should().ThrowExactly<KeyNotFoundException>();
        row.TryGetValue("none", out _).Should().BeFalse();
        FluentActions.Invoking(() => Table("a|b", "1")).Should().ThrowExactly<ArgumentException>();
    }

    private static Table Table(string header, params string[] rows)
    {
        var table = new Table(header.Split('|'));
        foreach (var row in rows)
        {
            table.AddRow(row.Split('|'));
        }

        return table;
    }

    private sealed class Own : IValueRetriever, IValueComparer
    {
        public bool CanRetrieve(KeyValuePair<string, string> cell, Type target, Type property) =>
            property == typeof(Version);

        public object? Retrieve(KeyValuePair<string, string> cell, Type target, Type property) =>
            cell.Value == "nine" ? new Version(9, 9) : null;

        public bool CanCompare(object? actualValue) => actualValue is Version;

        public bool Compare(string expectedValue, object? actualValue) =>
            expectedValue == "nine" && Equals(actualValue, new Version(9, 9));
    }
}

public enum Colour
{
    Red,
    DarkBlue,
}

public sealed record Thing(string Name, int Count, Colour Colour);

public sealed class Box
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    [TableAliases("ali.s")]
    public string? Other { get; set; }

    public int[]? Numbers { get; set; }
}

public sealed class Release
{
    public Version? Version { get; set; }
}
