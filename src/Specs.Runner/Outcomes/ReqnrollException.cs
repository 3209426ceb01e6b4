namespace Reqnroll;

/// <summary>Something is wrong with the suite itself, not with the product.</summary>
public class ReqnrollException(string message, Exception? inner = null) : Exception(message, inner);
