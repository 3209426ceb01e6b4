namespace Drivers;

/// <summary>One commit as a log shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The commits it follows.</param>
/// <param name="Message">The first line of its message.</param>
public sealed record LoggedCommit(string Id, IReadOnlyList<string> Parents, string Message);
