using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>Expands backgrounds, rules and outlines into executable examples.</summary>
internal static class PickleCompiler
{
    public static IReadOnlyList<ScenarioModel> Compile(FeatureModel feature)
    {
        var scenarios = new List<ScenarioModel>();
        var background = new List<Step>();
        foreach (var child in feature.Feature.Children)
        {
            if (child is Rule rule)
            {
                var inner = new List<Step>(background);
                foreach (var part in rule.Children)
                {
                    Add(part, new(feature, rule, inner), scenarios);
                }
            }
            else
            {
                Add(child, new(feature, null, background), scenarios);
            }
        }

        return scenarios;
    }

    private static void Add(IHasLocation child, Surroundings around, List<ScenarioModel> scenarios)
    {
        if (child is Background background)
        {
            around.Background.AddRange(background.Steps);
        }
        else if (child is Scenario scenario)
        {
            var first = scenarios.Sum(known => known.Pickles.Count);
            scenarios.Add(new(scenario, around.Rule, Examples(scenario, around, first).ToArray())
            {
                MethodName = Identifiers.Method(scenario.Name, around.Feature.ClassName),
            });
        }
    }

    private static IEnumerable<PickleModel> Examples(Scenario scenario, Surroundings around, int index)
    {
        if (!scenario.Examples.Any())
        {
            yield return Pickle(scenario, around, new(null, null, index));
            yield break;
        }

        foreach (var examples in scenario.Examples.Where(examples => examples.TableHeader is not null))
        {
            var header = examples.TableHeader.Cells.Select(cell => cell.Value).ToArray();
            foreach (var cells in examples.TableBody)
            {
                yield return Pickle(scenario, around, new(examples, new(header, cells), index++));
            }
        }
    }

    private static PickleModel Pickle(Scenario scenario, Surroundings around, Example example)
    {
        var (feature, rule, background) = around;
        return new()
        {
            Id = feature.Ids.New(),
            Index = example.Index,
            Name = example.Row.Fill(scenario.Name),
            Scenario = scenario,
            Rule = rule,
            Examples = example.Examples,
            Row = example.Row,
            Tags = feature.Feature.Tags
                .Concat(rule?.Tags ?? [])
                .Concat(scenario.Tags)
                .Concat(example.Examples?.Tags ?? [])
                .ToArray(),
            Steps = Steps(scenario.Steps.Any() ? background : [], scenario, example.Row, feature.Ids).ToArray(),
        };
    }

    private static IEnumerable<PickleStepModel> Steps(
        IEnumerable<Step> background, Scenario scenario, Row? row, AstIds ids)
    {
        var kind = StepKind.Given;
        foreach (var step in background)
        {
            kind = StepKinds.After(kind, step.KeywordType);
            yield return new(ids.New(), step, kind, null);
        }

        foreach (var step in scenario.Steps)
        {
            kind = StepKinds.After(kind, step.KeywordType);
            yield return new(ids.New(), step, kind, row);
        }
    }

    private sealed record Surroundings(FeatureModel Feature, Rule? Rule, List<Step> Background);

    private sealed record Example(Examples? Examples, Row? Row, int Index);
}
