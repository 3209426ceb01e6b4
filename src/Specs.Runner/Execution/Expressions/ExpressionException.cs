namespace Reqnroll.Execution;

/// <summary>A Cucumber expression cannot be read.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
