using Xunit;

namespace Reqnroll.Execution;

/// <summary>Whether the scenarios of one feature may run at the same time; off unless asked for.</summary>
/// <remarks>
/// A feature that runs alone or in a named collection forbids it. Scenarios share their feature's context and
/// container, and whoever asks says that the bindings bear it.
/// </remarks>
internal static class SideBySide
{
    private const string Variable = "SPECS_PARALLEL";

    private static bool IsWanted => Environment.GetEnvironmentVariable(Variable) == "scenarios";

    public static bool Allows(Type testClass) =>
        IsWanted && IsFeature(testClass) && !testClass.IsDefined(typeof(CollectionAttribute), inherit: true);

    private static bool IsFeature(Type testClass) => testClass
        .GetInterfaces()
        .Any(one => one.IsGenericType
            && one.GetGenericTypeDefinition() == typeof(IClassFixture<>)
            && one.GenericTypeArguments[0].IsSubclassOf(typeof(FeatureFixture)));
}
