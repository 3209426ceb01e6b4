namespace Drivers;

/// <summary>A scenario says something that nobody knows, or that nobody can set up.</summary>
public sealed class SpecException(string message, Exception? inner = null) : Exception(message, inner);
