namespace Reqnroll.Assist;

/// <summary>A table and what it was compared with differ.</summary>
public sealed class ComparisonException(string message) : ReqnrollException(message);
