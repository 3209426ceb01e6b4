namespace Reqnroll.Execution;

/// <summary>The features of a test assembly; the generated attribute lists them.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class FeatureRegistryAttribute : Attribute
{
    /// <summary>Every feature of the assembly.</summary>
    public abstract IReadOnlyList<FeatureSource> Features { get; }
}
