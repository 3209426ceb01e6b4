namespace RunnerFacts.Kit;

/// <summary>Bindings for the samples of Cucumber's compatibility kit, as members of one binding class.</summary>
internal static class KitSamples
{
    private const string Belly = """
        [Given("there are {int} cucumbers")] public void Are(int n) => count = n;
        [Given("there are {int} friends")] public void Friends(int n) => friends = n;
        [When("I eat {int} cucumbers")] public void Eat(int n) => count -= n;
        [Then("I should have {int} cucumbers")] public void Have(int n) => Assert.Equal(n, count);
        [Then("each person can eat {int} cucumbers")] public void Share(int n) => Assert.Equal(n, count / (1 + friends));
        int count, friends;
        """;

    private const string Order = """
        [Given("an order for {string}")] public void Order(string what) { }
        [When("an action")] public void Act() { }
        [Then("an outcome")] public void Outcome() { }
        """;

    private const string Implemented = """
        [Given("an implemented step")] public void Step() { }
        [Given("a step that will be skipped")] public void Skipped() { }
        """;

    private const string Attach = """
        readonly IReqnrollOutputHelper output;
        public Steps(IReqnrollOutputHelper output) => this.output = output;
        void Attach(string file) => output.AddAttachment(
            Path.Combine(Environment.GetEnvironmentVariable("SPECS_KIT")!, "features", file));
        """;

    /// <summary>The bindings by sample.</summary>
    public static IReadOnlyDictionary<string, string> Steps { get; } = new Dictionary<string, string>
    {
        ["all-statuses"] = """
            [Given("^a step$")] public void Step() { }
            [Given("^a failing step$")] public void Fail() => throw new InvalidOperationException("whoops");
            [Given("^a pending step$")] public void Pend() => throw new PendingStepException();
            [Given("^a skipped step$")] public void Skip() => throw new SkipException("skipped");
            [Given("^an ambiguous (.*?)$")] public void One(string x) { }
            [Given("^(.*?) ambiguous step$")] public void Two(string x) { }
            """,
        ["ambiguous"] = """
            [Given("^a (.*?) with (.*?)$")] public void One(string x, string y) { }
            [Given("^a step with (.*?)$")] public void Two(string x) { }
            """,
        ["backgrounds"] = Order,
        ["cdata"] = "[Given(\"I have {int} <![CDATA[cukes]]> in my belly\")] public void Have(int n) { }",
        ["data-tables"] = """
            string[][] raw = [];
            static string[][] Raw(Table table) =>
                [table.Header.ToArray(), .. table.Rows.Select(row => row.Values.ToArray())];
            [When("the following table is transposed:")] public void Turn(Table table) => raw =
                Enumerable.Range(0, table.Header.Count)
                .Select(column => Raw(table).Select(row => row[column]).ToArray()).ToArray();
            [Then("it should be:")] public void Be(Table expected) => Assert.Equal(Raw(expected), raw);
            """,
        ["doc-strings"] = "[Given(\"a doc string:\")] public void Text(string text) { }",
        ["empty"] = "",
        ["examples-tables"] = Belly,
        ["examples-tables-attachment"] = Attach + """
            [When("a JPEG image is attached")]
            public void Jpeg() => Attach("examples-tables-attachment/cucumber.jpeg");
            [When("a PNG image is attached")] public void Png() => Attach("examples-tables-attachment/cucumber.png");
            """,
        ["examples-tables-undefined"] = WithoutFriends,
        ["examples-tables-undefined-multiple"] = WithoutFriends,
        ["global-hooks"] = """
            [BeforeTestRun(Order = 1)] public static void Before1() { }
            [BeforeTestRun(Order = 2)] public static void Before2() { }
            [When("a step passes")] public void Pass() { }
            [When("a step fails")] public void Fail() => throw new InvalidOperationException("Exception in step");
            [AfterTestRun(Order = 1)] public static void After1() { }
            [AfterTestRun(Order = 2)] public static void After2() { }
            """,
        ["hooks"] = """
            [BeforeScenario] public void Before() { }
            [When("a step passes")] public void Pass() { }
            [When("a step fails")] public void Fail() => throw new InvalidOperationException("Exception in step");
            [AfterScenario] public void After() { }
            """,
        ["hooks-attachment"] = Attach + """
            [BeforeScenario] public void Before() => Attach("hooks-attachment/cucumber.svg");
            [When("a step passes")] public void Pass() { }
            [AfterScenario] public void After() => Attach("hooks-attachment/cucumber.svg");
            """,
        ["hooks-conditional"] = """
            [BeforeScenario("passing-hook")] public void Before() { }
            [BeforeScenario("fail-before")] public void Break() => Fail();
            [When("a step passes")] public void Pass() { }
            [AfterScenario("fail-after")] public void Spoil() => Fail();
            static void Fail() => throw new InvalidOperationException("Exception in conditional hook");
            [AfterScenario("passing-hook")] public void After() { }
            """,
        ["hooks-undefined"] = "[BeforeScenario] public void Before() { } [AfterScenario] public void After() { }",
        ["minimal"] = "[Given(\"I have {int} cukes in my belly\")] public void Have(int n) { }",
        ["multiple-features"] = OrderOnly,
        ["multiple-features-reversed"] = OrderOnly,
        ["parameter-types"] = """
            public record Flight(string From, string To);
            [StepArgumentTransformation("([A-Z]{3})-([A-Z]{3})", Name = "flight")]
            public Flight To(string from, string to) => new(from, to);
            [Given("{flight} has been delayed")]
            public void Late(Flight flight) => Assert.Equal(new("LHR", "CDG"), flight);
            """,
        ["pending"] = """
            [Given("an implemented non-pending step")] public void Step() { }
            [Given("an implemented step that is skipped")] public void Skipped() { }
            [Given("an unimplemented pending step")] public void Pend() => throw new PendingStepException();
            """,
        ["pending-exception"] =
            "[Given(\"an unimplemented pending step\")] "
            + "public void Pend() => throw new PendingStepException(\"TO\" + \"DO\");",
        ["retry-ambiguous"] =
            "[Given(\"an ambiguous step\")] public void One() { } [Given(\"an ambiguous step\")] public void Two() { }",
        ["retry-pending"] = "[Given(\"a pending step\")] public void Pend() => throw new PendingStepException();",
        ["retry-undefined"] = "",
        ["rules"] = """
            int money, price; List<string> stock = []; string? chocolate;
            [Given("the customer has {int} cents")] public void Has(int cents) => money = cents;
            [Given("there are chocolate bars in stock")] public void Stock() => stock.Add("Mars");
            [Given("there are no chocolate bars in stock")] public void Empty() => stock.Clear();
            [When("the customer tries to buy a {int} cent chocolate bar")] public void Buy(int cents)
            {
                price = cents;
                if (money >= price && stock.Count > 0) { chocolate = stock[^1]; }
            }
            [Then("the sale should not happen")] public void Not() => Assert.Null(chocolate);
            [Then("the sale should happen")] public void Sold() => Assert.NotNull(chocolate);
            """,
        ["rules-backgrounds"] = Order,
        ["skipped"] = """
            [Given("a step that does not skip")] public void Step() { }
            [Given("a step that is skipped")] public void Skipped() { }
            [Given("I skip a step")] public void Skip() => throw new SkipException("skipped");
            """,
        ["skipped-exception"] =
            "[Given(\"I skip a step\")] public void Skip() => throw new SkipException(\"skipping\");",
        ["skipped-failing-hook"] = """
            [Given("a step that skips")] public void Skip() => throw new SkipException("skipped");
            [AfterScenario] public void After() => throw new InvalidOperationException("whoops");
            """,
        ["stack-traces"] =
            "[When(\"a step throws an exception\")] "
            + "public void Throw() => throw new InvalidOperationException(\"BOOM\");",
        ["undefined"] = Implemented,
        ["undefined-multiple"] = Implemented,
        ["unused-steps"] =
            "[Given(\"a step that is used\")] public void Used() { }"
            + "[Given(\"a step that is not used\")] public void Unused() { }",
    };

    private static string OrderOnly => Order.Split('\n')[0];

    private static string WithoutFriends =>
        string.Join('\n', Belly.Split('\n').Where(line => line.Contains("cucumbers", StringComparison.Ordinal))
            .Where(line => !line.Contains("person", StringComparison.Ordinal)).Append("int count;"));
}
