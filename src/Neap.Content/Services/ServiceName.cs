using System.Text.Unicode;
using Neap.Core;

namespace Neap.Content;

/// <summary>The name of a service that was found, and of its collection: its folder, which no other can have.</summary>
internal static class ServiceName
{
    /// <summary>A name that depends on the folder and on nothing else around it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rest">The collection of what lies in no service.</param>
    /// <remarks>A slash at the end marks what could be read as something else: the rest, or bytes that are no text.</remarks>
    public static string Of(RepoPath folder, string rest)
    {
        if (!Utf8.IsValid(folder.Bytes))
        {
            return FolderText.Write(folder) + "/";
        }

        var name = folder.ToString();
        return name == rest || name == Slot.DefaultCollection ? name + "/" : name;
    }
}
