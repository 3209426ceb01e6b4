namespace Neap.Sync;

/// <summary>Waits on the caller's own thread.</summary>
/// <remarks>
/// A command runs once and ends. An async method that is suspended needs code that only the runtime can compile, while the
/// command runs, and for a small change that compiling was most of the work. So the stages of a run have threads of their
/// own and wait on them, and everything around them is never suspended.
/// </remarks>
internal static class Blocking
{
    public static void Wait(ValueTask pending)
    {
        if (!pending.IsCompletedSuccessfully)
        {
            pending.AsTask().GetAwaiter().GetResult();
        }
    }

    public static T Wait<T>(ValueTask<T> pending) =>
        pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
}
