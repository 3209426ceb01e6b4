using Reqnroll.Bindings;

namespace Reqnroll.Execution;

/// <summary>Runs the steps of one example, one after the other.</summary>
internal sealed class StepRunner(ScenarioParts parts, HookRunner hooks)
{
    private readonly ArgumentConverter converter = new(
        parts.Feature.Run.Registry.Transformations, parts.Invoker.InvokeAsync, parts.Invoker.Culture);

    /// <summary>How much an error weighs.</summary>
    public static ScenarioExecutionStatus StatusOf(Exception error) => error switch
    {
        PendingStepException => ScenarioExecutionStatus.StepDefinitionPending,
        Xunit.SkipException => ScenarioExecutionStatus.Skipped,
        BindingException => ScenarioExecutionStatus.BindingError,
        _ => ScenarioExecutionStatus.TestError,
    };

    public async Task RunAsync(int index)
    {
        var step = parts.Pickle.Steps[index];
        await EnterBlockAsync(step.Kind);
        if (parts.Context.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
        {
            Skip(index);
            return;
        }

        parts.Recorder.StepStarted(step.Id);
        parts.Output.Step(step);
        var result = parts.Matches[index] is StepMatch.Found found
            ? await RunFoundAsync(step, found)
            : Unbound(step, parts.Matches[index]);
        parts.Recorder.StepFinished(step.Id, result);
        parts.Output.Result(result, parts.Recorder.LastDuration);
    }

    /// <summary>After a failure the steps are still matched, so that every gap shows; not so after a skip.</summary>
    public void Skip(int index)
    {
        var step = parts.Pickle.Steps[index];
        parts.Output.Step(step);
        parts.Recorder.StepStarted(step.Id);
        var isLeftOut = parts.Context.ScenarioExecutionStatus == ScenarioExecutionStatus.Skipped;
        var result = isLeftOut || parts.Matches[index] is StepMatch.Found
            ? StepResult.Skipped
            : Unbound(step, parts.Matches[index]);
        parts.Recorder.StepFinished(step.Id, result);
        parts.Output.Result(result, TimeSpan.Zero);
    }

    /// <summary>Block hooks run only while nothing has gone wrong.</summary>
    public async Task EndBlockAsync()
    {
        if (parts.Context.CurrentScenarioBlock != ScenarioBlock.None)
        {
            await RunHooksAsync(HookType.AfterScenarioBlock);
        }
    }

    private async Task EnterBlockAsync(StepDefinitionType kind)
    {
        var block = (ScenarioBlock)((int)kind + 1);
        if (block != parts.Context.CurrentScenarioBlock)
        {
            await EndBlockAsync();
            parts.Context.CurrentScenarioBlock = block;
            await RunHooksAsync(HookType.BeforeScenarioBlock);
        }
    }

    private async Task RunHooksAsync(HookType type)
    {
        if (parts.Context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
        {
            Note(await hooks.RunAsync(type, parts.Place));
        }
    }

    private StepResult Unbound(PickleStep step, StepMatch match)
    {
        switch (match)
        {
            case StepMatch.Ambiguous ambiguous:
                var error = new AmbiguousBindingException(ambiguous.Message);
                parts.Context.Record(ScenarioExecutionStatus.BindingError, error);
                return StepResult.Of(error);
            case StepMatch.Invalid invalid:
                var problem = new BindingException(invalid.Message);
                parts.Context.Record(ScenarioExecutionStatus.BindingError, problem);
                return StepResult.Of(problem);
            default:
                parts.Undefined.Add(step);
                parts.Context.Record(ScenarioExecutionStatus.UndefinedStep, null);
                return StepResult.Undefined;
        }
    }

    private async Task<StepResult> RunFoundAsync(PickleStep step, StepMatch.Found found)
    {
        var table = step.CreateTable();
        parts.Context.StepContext = new(new StepInfo(step.Kind, step.Text, table, step.DocString));
        object?[] arguments;
        try
        {
            arguments = await ConvertAsync(found, [step.DocString, table]);
        }
        catch (Exception error)
        {
            // Whatever a conversion throws is the step's own failure; its hooks are not for arguments.
            Note(error);
            return StepResult.Of(error);
        }

        parts.Output.Binding = $"{found.Definition.Method.Name}({string.Join(", ", arguments.Select(Print))})";
        return await RunWithHooksAsync(found.Definition.Method, arguments);
    }

    private async Task<StepResult> RunWithHooksAsync(BindingMethod method, object?[] arguments)
    {
        var error = await hooks.RunAsync(HookType.BeforeStep, parts.Place) ?? await InvokeAsync(method, arguments);
        Note(error);
        parts.Context.StepContext.Status = error is null ? ScenarioExecutionStatus.OK : StatusOf(error);
        parts.Context.StepContext.TestError = error;
        var after = await hooks.RunAsync(HookType.AfterStep, parts.Place);
        Note(after);
        return (error ?? after) is { } reason ? StepResult.Of(reason) : StepResult.Passed;
    }

    private async Task<Exception?> InvokeAsync(BindingMethod method, object?[] arguments)
    {
        try
        {
            await parts.Invoker.InvokeAsync(method, arguments);
            return null;
        }
        catch (Exception error)
        {
            // Whatever a step throws is the outcome of its scenario.
            if (error is PendingStepException)
            {
                parts.Pending.Add($"  {method}");
            }

            return error;
        }
    }

    private async Task<object?[]> ConvertAsync(StepMatch.Found found, IEnumerable<object?> extras)
    {
        var types = found.Definition.Method.ParameterTypes;
        object[] given = [.. found.Arguments, .. extras.OfType<object>()];
        var arguments = new object?[given.Length];
        for (var index = 0; index < given.Length; index++)
        {
            arguments[index] = await converter.ConvertAsync(given[index], types[index]);
        }

        return arguments;
    }

    private void Note(Exception? error)
    {
        if (error is not null)
        {
            parts.Context.Record(StatusOf(error), error);
        }
    }

    private static string Print(object? argument) => argument switch
    {
        string text => $"\"{text}\"",
        Table => "<table>",
        _ => argument?.ToString() ?? "null",
    };
}
