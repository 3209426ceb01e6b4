using Neap.Core;

namespace Neap.Sync;

/// <summary>Says in words why a file failed.</summary>
internal static class FailedFiles
{
    /// <summary>The sentence a person reads.</summary>
    public static string Words(FailureCategory category) => category switch
    {
        FailureCategory.Encoding => "The bytes are text in no encoding that is read (UTF-8, UTF-16 with a mark, Windows-1252).",
        FailureCategory.FileSystem => "The repository names the content and cannot hand it over, or not whole; `git fsck` says more.",
        FailureCategory.Validation => "The embedding server refuses this text and takes others.",
        FailureCategory.Memory => "There was not enough memory for it.",
        _ => "It could not be indexed; `neap index sync --debug` says more.",
    };
}
