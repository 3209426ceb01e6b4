namespace Reqnroll;

/// <summary>A step says that it is not finished yet.</summary>
public sealed class PendingStepException(string message) : ReqnrollException(message)
{
    /// <summary>The usual message.</summary>
    public PendingStepException()
        : this("One or more step definitions are not implemented yet.")
    {
    }
}
