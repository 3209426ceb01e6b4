namespace Neap.Core;

/// <summary>Where a ref points.</summary>
/// <param name="Ref">The ref in full (<c>refs/heads/main</c>), <c>HEAD</c>, or the expression as it was asked.</param>
/// <param name="Branch">The branch that <c>HEAD</c> is on, or the ref's short name; null when detached.</param>
/// <param name="Commit">The commit it names, annotated tags peeled.</param>
public sealed record Tip(RefName Ref, string? Branch, CommitId Commit);
