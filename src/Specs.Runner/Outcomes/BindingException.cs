namespace Reqnroll;

/// <summary>A step cannot be bound to one valid definition.</summary>
public class BindingException(string message, Exception? inner = null) : ReqnrollException(message, inner);
