namespace Reqnroll.BoDi;

/// <summary>How often a registration creates its object.</summary>
public interface IStrategyRegistration
{
    /// <summary>A new object for every request.</summary>
    IStrategyRegistration InstancePerDependency();

    /// <summary>One object for the container; this is the default.</summary>
    IStrategyRegistration InstancePerContext();
}
