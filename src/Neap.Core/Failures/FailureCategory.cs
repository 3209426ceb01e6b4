namespace Neap.Core;

/// <summary>Why something could not be done; decides how often it is worth another try (<see cref="RetryPolicies"/>).</summary>
public enum FailureCategory
{
    /// <summary>A server could not be reached, or broke off.</summary>
    Network,

    /// <summary>An index store was reached and could not do its part.</summary>
    Store,

    /// <summary>Content could not be read: missing, unreadable, or promised by the repository and not there.</summary>
    FileSystem,

    /// <summary>The bytes are text in no encoding that Neap reads.</summary>
    Encoding,

    /// <summary>A server asked to be called less often.</summary>
    RateLimit,

    /// <summary>There was not enough memory.</summary>
    Memory,

    /// <summary>An answer took too long.</summary>
    Timeout,

    /// <summary>The input is wrong, and will be as wrong next time.</summary>
    Validation,

    /// <summary>None of these.</summary>
    Unknown,
}

/// <summary>How much a failure asks for somebody's attention.</summary>
public enum Severity
{
    /// <summary>Expected now and then; one file or one call.</summary>
    Low,

    /// <summary>Holds work up.</summary>
    Medium,

    /// <summary>Needs somebody soon.</summary>
    High,

    /// <summary>Needs somebody now.</summary>
    Critical,
}
