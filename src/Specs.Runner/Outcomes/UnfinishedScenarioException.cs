namespace Reqnroll;

/// <summary>A scenario ended with pending or undefined steps; xUnit has no such outcome, so it fails.</summary>
public sealed class UnfinishedScenarioException(string message) : ReqnrollException(message);
