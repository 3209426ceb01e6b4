using Neap.Core;

namespace Neap.Sync;

/// <summary>What a revision must say for a slot to be in step, without looking at any file.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Content">The rules for content in force.</param>
/// <param name="PathRules">The rules for paths in force.</param>
public sealed record Target(SyncRequest Request, ContentKey Content, string PathRules)
{
    /// <summary>The rules as the revision remembers them.</summary>
    public string Remembered => Request.KnowsServices && Request.Scope.HasRest ? RememberedRules.WithServices(PathRules) : PathRules;

    /// <summary>True where the revision was made by the same rules for the same part of the repository.</summary>
    public bool SameRules(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return revision.Content == Content
            && RememberedRules.AreSame(revision.PathRules, PathRules)
            && revision.Since == Request.Since
            && !Request.Distrust.All;
    }

    /// <summary>True where the revision already equals the commit: nothing has to be read or written.</summary>
    public bool IsInStep(Revision? revision) =>
        revision is not null
        && SameRules(revision)
        && !revision.Incomplete
        && revision.Commit == Request.Tip.Commit
        && Request.MayTakeShortcuts
        && (Request.WorkingTree is { } tree ? revision.WorkingTree && revision.Tree == tree : !revision.WorkingTree);
}
