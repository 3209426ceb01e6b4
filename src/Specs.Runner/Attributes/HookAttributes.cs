namespace Reqnroll;

/// <summary>What all hook attributes share.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute : Attribute
{
    /// <summary>The order of a hook that does not say one.</summary>
    public const int DefaultOrder = 10000;

    private protected HookAttribute(HookType type, string[] tags)
    {
        Type = type;
        Tags = tags;
    }

    /// <summary>Hooks run from the lowest order to the highest, before and after alike. Default 10000.</summary>
    public int Order { get; set; } = DefaultOrder;

    /// <summary>The hook runs where at least one of these tags is present; with none it runs everywhere.</summary>
    public string[] Tags { get; }

    internal HookType Type { get; }
}

/// <summary>Runs once, before the first feature; static.</summary>
public sealed class BeforeTestRunAttribute(params string[] tags) : HookAttribute(HookType.BeforeTestRun, tags);

/// <summary>Runs once, after the last feature; static.</summary>
public sealed class AfterTestRunAttribute(params string[] tags) : HookAttribute(HookType.AfterTestRun, tags);

/// <summary>Runs once for every worker, which takes one feature at a time, before its first; static.</summary>
public sealed class BeforeTestThreadAttribute(params string[] tags) : HookAttribute(HookType.BeforeTestThread, tags);

/// <summary>Runs once for every worker, after its last feature; static.</summary>
public sealed class AfterTestThreadAttribute(params string[] tags) : HookAttribute(HookType.AfterTestThread, tags);

/// <summary>Runs before the first scenario of a feature; static.</summary>
public sealed class BeforeFeatureAttribute(params string[] tags) : HookAttribute(HookType.BeforeFeature, tags);

/// <summary>Runs after the last scenario of a feature; static.</summary>
public sealed class AfterFeatureAttribute(params string[] tags) : HookAttribute(HookType.AfterFeature, tags);

/// <summary>Runs before every scenario.</summary>
public sealed class BeforeScenarioAttribute(params string[] tags) : HookAttribute(HookType.BeforeScenario, tags);

/// <summary>Runs after every scenario, failed ones too.</summary>
public sealed class AfterScenarioAttribute(params string[] tags) : HookAttribute(HookType.AfterScenario, tags);

/// <summary>Runs before each block of Given, When or Then steps.</summary>
public sealed class BeforeScenarioBlockAttribute(params string[] tags)
    : HookAttribute(HookType.BeforeScenarioBlock, tags);

/// <summary>Runs after each block of Given, When or Then steps.</summary>
public sealed class AfterScenarioBlockAttribute(params string[] tags)
    : HookAttribute(HookType.AfterScenarioBlock, tags);

/// <summary>Runs before every step that has a definition.</summary>
public sealed class BeforeStepAttribute(params string[] tags) : HookAttribute(HookType.BeforeStep, tags);

/// <summary>Runs after every step that has a definition.</summary>
public sealed class AfterStepAttribute(params string[] tags) : HookAttribute(HookType.AfterStep, tags);

/// <summary>The short name of <see cref="BeforeScenarioAttribute"/>.</summary>
public sealed class BeforeAttribute(params string[] tags) : HookAttribute(HookType.BeforeScenario, tags);

/// <summary>The short name of <see cref="AfterScenarioAttribute"/>.</summary>
public sealed class AfterAttribute(params string[] tags) : HookAttribute(HookType.AfterScenario, tags);
