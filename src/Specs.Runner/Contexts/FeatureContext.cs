using System.Globalization;
using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>What is shared by the scenarios of one feature.</summary>
public sealed class FeatureContext : ReqnrollContext
{
    internal FeatureContext(IObjectContainer container, FeatureInfo info, CultureInfo bindingCulture)
    {
        FeatureContainer = container;
        FeatureInfo = info;
        BindingCulture = bindingCulture;
    }

    /// <summary>What the feature file says.</summary>
    public FeatureInfo FeatureInfo { get; }

    /// <summary>The container of the feature.</summary>
    public IObjectContainer FeatureContainer { get; }

    /// <summary>The culture in which arguments are converted and bindings run.</summary>
    public CultureInfo BindingCulture { get; }

    /// <summary>Why BeforeFeature hooks failed, if they did.</summary>
    internal Exception? BeforeFeatureHookError { get; set; }
}
