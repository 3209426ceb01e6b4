namespace Reqnroll;

/// <summary>Marks a class whose methods may be steps, hooks and argument transformations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindingAttribute : Attribute;
