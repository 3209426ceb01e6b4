namespace Reqnroll.Execution;

/// <summary>Definitions and hooks as Cucumber Messages.</summary>
internal static class BindingMessages
{
    public static object Of(StepDefinition definition) => new
    {
        stepDefinition = new
        {
            id = definition.Id,
            pattern = new
            {
                source = definition.Pattern.Source,
                type = definition.Pattern.Kind == ExpressionKind.Cucumber
                    ? "CUCUMBER_EXPRESSION"
                    : "REGULAR_EXPRESSION",
            },
            sourceReference = SourceOf(definition.Method),
        },
    };

    public static object Of(Hook hook) => new
    {
        hook = new
        {
            id = hook.Id,
            name = hook.Method.Name,
            sourceReference = SourceOf(hook.Method),
            tagExpression = TagsOf(hook),
            type = TypeOf(hook.Type),
        },
    };

    /// <summary>Only transformations of text are parameter types.</summary>
    public static IEnumerable<object> Of(Transformation transformation)
    {
        if (transformation.IsOfTable)
        {
            return [];
        }

        return
        [
            new
            {
                parameterType = new
                {
                    id = $"parameter-{transformation.ParameterName}-{transformation.Method.Name}",
                    name = transformation.ParameterName,
                    regularExpressions = new[] { transformation.Source ?? ".*" },
                    preferForRegularExpressionMatch = false,
                    useForSnippets = transformation.Source is not null,
                    sourceReference = SourceOf(transformation.Method),
                },
            },
        ];
    }

    private static string? TagsOf(Hook hook) => hook.Tags.Count == 0
        ? null
        : string.Join(" or ", hook.Tags.Select(tag => $"@{tag.TrimStart('@')}"));

    private static string? TypeOf(HookType type) => type switch
    {
        HookType.BeforeTestRun => "BEFORE_TEST_RUN",
        HookType.AfterTestRun => "AFTER_TEST_RUN",
        HookType.BeforeScenario => "BEFORE_TEST_CASE",
        HookType.AfterScenario => "AFTER_TEST_CASE",
        HookType.BeforeStep => "BEFORE_TEST_STEP",
        HookType.AfterStep => "AFTER_TEST_STEP",
        _ => null,
    };

    private static object SourceOf(BindingMethod method) => new
    {
        javaMethod = new
        {
            className = method.Method.DeclaringType!.FullName,
            methodName = method.Method.Name,
            methodParameterTypes = method.ParameterTypes.Select(type => type.FullName ?? type.Name),
        },
    };
}
