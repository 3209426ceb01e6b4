namespace Reqnroll;

/// <summary>Several definitions fit one step equally well.</summary>
public sealed class AmbiguousBindingException(string message) : BindingException(message);
