using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>What bindings learn of the feature, the scenario and the step, and how they share things.</summary>
public sealed class ContextFacts
{
    [Fact]
    public async Task TagsAndTitlesAreToldAsWritten()
    {
        var run = await Lab.RunAsync(
            """
            @f
            Feature: Shop
              Why.
              @r
              Rule: Fair
                @s @f
                Scenario Outline: Buy <x>
                  How.
                  Given <x>
                  @e
                  Examples:
                    | x | y |
                    | a | 1 |
            """,
            """
            [Given("a")] public void A(){}
            [AfterScenario] public void After(ScenarioContext s, FeatureContext f)
            {
                Log.Add(s.ScenarioInfo.Title); Log.Add(s.ScenarioInfo.Description.Trim());
                Log.Add(string.Join(",", s.ScenarioInfo.Tags)); Log.Add(string.Join(",", s.ScenarioInfo.CombinedTags));
                Log.Add(s.ScenarioInfo.Arguments["x"] + "" + s.ScenarioInfo.Arguments[1]);
                Log.Add(s.RuleInfo!.Title + string.Join(",", s.RuleInfo.Tags));
                Log.Add(f.FeatureInfo.Title + f.FeatureInfo.Description.Trim());
                Log.Add(f.FeatureInfo.FolderPath + string.Join(",", f.FeatureInfo.Tags));
            }
            """);
        run.ShouldHaveLogged("Buy <x>", "How.", "s,f,e", "s,f,e,f,r", "a1", "Fairr", "ShopWhy.", "featuresf");
        run.Of("pickle").Single().GetProperty("name").GetString().Should().Be("Buy a");
    }

    [Fact]
    public async Task ContextsRememberByNameAndByType()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\nWhen b",
            """
            [Given("a")] public void A(){}
            [When("b")] public void B(){}
            [BeforeScenario] public void Keep(ScenarioContext s, FeatureContext f)
            {
                s["n"] = 1; s.Set("text"); s.Set(2, "two"); f.Set(3.5);
            }
            [AfterScenario] public void Read(ScenarioContext s, FeatureContext f) => Log.Add(
                $"{s.Get<int>("n")} {s.Get<string>()} {s.Get<int>("two")} {f.Get<double>()} "
                    + s.TryGetValue("no", out int _));
            """);
        run.ShouldHaveLogged("1 text 2 3.5 False");
    }

    /// <summary>What an async method sets after it was called stays in it; so it is in C#.</summary>
    [Fact]
    public async Task AmbientValuesFlowFromOneBindingToTheNext()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\nWhen b",
            """
            static readonly AsyncLocal<string> ambient = new();
            [BeforeFeature] public static void F() => ambient.Value = "feature";
            [BeforeScenario] public void S() => ambient.Value += " scenario";
            [Given("a")] public Task A() { ambient.Value += " given"; return Task.Run(() => { }); }
            [When("b")] public void B() => Log.Add(ambient.Value);
            """);
        run.ShouldHaveLogged("feature scenario given");
    }

    [Fact]
    public async Task ObjectsLiveAsLongAsTheContainerThatWasAskedFirst()
    {
        var run = await Lab.RunAsync(
            "Feature: F\n  Scenario: A\n    Given a\n  Scenario: B\n    Given a\n",
            """
            [BeforeFeature] public static void F(Shared shared) => shared.Count = 10;
            [Given("a")] public void A() { Log.Add($"{++shared.Count} {++own.Count}"); }
            readonly Shared shared; readonly Own own;
            public Steps(Shared shared, Own own) { this.shared = shared; this.own = own; }
            """,
            "public class Shared { public int Count; } public class Own { public int Count; }");
        run.ShouldHaveLogged("11 1", "12 1");
    }
}
