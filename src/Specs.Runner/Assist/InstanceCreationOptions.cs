namespace Reqnroll.Assist;

/// <summary>How strictly a table must fit a type.</summary>
public sealed class InstanceCreationOptions
{
    /// <summary>Whether a column without a property is an error. Default no.</summary>
    public bool VerifyAllColumnsBound { get; set; }
}
