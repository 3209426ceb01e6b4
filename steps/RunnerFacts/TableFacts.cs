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
        Assert.Equal(
            new("a", 1200, Colour.DarkBlue), Table("Name|Count|Colour", "a|1,200|dark blue").CreateInstance<Thing>());
        Assert.Equal(new("a", 2, Colour.Red), Table("Field|Value", "Name|a", "Count|2").CreateInstance<Thing>());
        Assert.Equal(new("a", 2, Colour.Red), Table("What|That", "name|a", "count|2").CreateInstance<Thing>());
        Assert.Equal(new("a", 0, Colour.Red), Table("Field|Value", "Name|a").CreateInstance<Thing>());
        Assert.Equal(new("a", 0, Colour.Red), Table("Name|Count", "a|nonsense").CreateInstance<Thing>());
    }

    [Fact]
    public void ColumnsAreMatchedWithoutCaseSpacesPunctuationAndAccents()
    {
        var box = Table("First-Name|LAST-NAME|alias", "a|b|c").CreateInstance<Box>();
        Assert.Equal(("a", "b", "c"), (box.FirstName, box.LastName, box.Other));
    }

    [Fact]
    public void UnknownColumnsAreIgnoredUnlessTheyMustNotBe()
    {
        Assert.Equal("a", Table("Name|Nonsense", "a|b").CreateInstance<Thing>().Name);
        var strict = new InstanceCreationOptions { VerifyAllColumnsBound = true };
        Assert.Throws<ColumnCouldNotBeBoundException>(() =>
            Table("Name|Nonsense", "a|b").CreateInstance<Thing>(strict));
    }

    [Fact]
    public void SetsTuplesAndGivenInstancesAreFilled()
    {
        Assert.Equal(["a", "b"], Table("Name", "a", "b").CreateSet<Thing>().Select(thing => thing.Name));
        Assert.Equal(("a", 1), Table("x|y", "a|1").CreateInstance<(string, int)>());
        var box = new Box { LastName = "kept" };
        Table("FirstName", "a").FillInstance(box);
        Assert.Equal(("a", "kept"), (box.FirstName, box.LastName));
        Assert.Equal([1, 2], Table("Numbers", "1, 2").CreateInstance<Box>().Numbers!);
    }

    [Fact]
    public void ComparisonNamesWhatDiffers()
    {
        var thing = new Thing("a", 2, Colour.Red);
        Table("Name|Count", "a|2").CompareToInstance(thing);
        Assert.True(Table("Field|Value", "Name|a").IsEquivalentToInstance(thing));
        Assert.False(Table("Name", "b").IsEquivalentToInstance(thing));
        var error = Assert.Throws<ComparisonException>(() => Table("Name|Count", "a|3").CompareToInstance(thing));
        Assert.Contains("Count: Expected <3>, Actual <2>", error.Message);
        var missing = Assert.Throws<ComparisonException>(() => Table("Size", "1").CompareToInstance(thing));
        Assert.Contains("'Size' does not exist", missing.Message);
    }

    [Fact]
    public void SetsAreComparedInAnyOrderUnlessTheSequenceCounts()
    {
        Thing[] things = [new("b", 0, Colour.Red), new("a", 0, Colour.Red)];
        var table = Table("Name", "a", "b");
        table.CompareToSet(things);
        Assert.Throws<ComparisonException>(() => table.CompareToSet(things, sequentialEquality: true));
        Assert.Throws<ComparisonException>(() => table.CompareToSet(things[..1]));
        Assert.Throws<ComparisonException>(() => table.CompareToSet([.. things, things[0]]));
        Assert.Same(things[1], Table("Name", "a").FindInSet(things));
    }

    [Fact]
    public void ProjectionsCompareByTheColumnsOfTheTable()
    {
        Thing[] things = [new("a", 1, Colour.Red), new("b", 2, Colour.Red)];
        Assert.Empty(Table("Name", "b", "a").ToProjection<Thing>().Except(things.ToProjection()));
        var missing = Table("Name", "a", "c").ToProjection(things).Except(things.ToProjection());
        Assert.Equal("Name=c", Assert.Single(missing).ToString());
        Assert.Equal(Table("Field|Value", "Name|a").ToProjectionOfInstance(things[0]), things.ToProjection().First());
    }

    [Fact]
    public void TheSuiteMayReadAndCompareItsOwnWay()
    {
        var own = new Own();
        Service.Instance.ValueRetrievers.Register(own);
        Service.Instance.ValueComparers.Register(own);
        try
        {
            Assert.Equal(new Version(9, 9), Table("Version", "nine").CreateInstance<Release>().Version);
            Table("Version", "nine").CompareToInstance(new Release { Version = new(9, 9) });
            Assert.False(Table("Version", "ten").IsEquivalentToInstance(new Release { Version = new(9, 9) }));
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
        Assert.Equal((3, true, 1.5m), (row.GetInt32("n"), row.GetBoolean("b"), row.GetDecimal("d")));
        Assert.Equal(Colour.DarkBlue, row.GetEnum<Colour>("e"));
        Assert.Equal(new DateTime(2026, 3, 4), row.GetDateTime("t"));
        Assert.Throws<KeyNotFoundException>(() => row["none"]);
        Assert.False(row.TryGetValue("none", out _));
        Assert.Throws<ArgumentException>(() => Table("a|b", "1"));
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
