namespace Reqnroll.BoDi;

/// <summary>An object cannot be registered or created.</summary>
public sealed class ObjectContainerException(string message, Exception? inner = null) : Exception(message, inner);
