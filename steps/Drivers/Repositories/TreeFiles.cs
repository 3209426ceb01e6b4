using System.Globalization;
using System.Text;

namespace Drivers;

/// <summary>A whole tree as a flat list of files, to and from git's nested trees.</summary>
public static class TreeFiles
{
    /// <summary>Every file below a tree: its path, mode and object.</summary>
    public static SortedDictionary<string, TreeItem> Read(IGitObjects objects, string tree)
    {
        var files = new SortedDictionary<string, TreeItem>(StringComparer.Ordinal);
        Collect(objects, tree, "", files);
        return files;
    }

    /// <summary>Writes the trees that hold these files and returns the top one's id.</summary>
    public static string Write(IGitObjects objects, IEnumerable<KeyValuePair<string, TreeItem>> files)
    {
        var items = new List<TreeItem>();
        foreach (var group in files.GroupBy(file => file.Key.Split('/', 2)[0], StringComparer.Ordinal))
        {
            var below = group.Where(file => file.Key.Length > group.Key.Length)
                .Select(file => KeyValuePair.Create(file.Key[(group.Key.Length + 1)..], file.Value)).ToList();
            items.Add(below.Count == 0
                ? group.First().Value with { Name = group.Key }
                : new TreeItem(group.Key, TreeItem.Folder, Write(objects, below)));
        }

        return objects.Write("tree", Serialize(items));
    }

    private static void Collect(
        IGitObjects objects, string tree, string prefix, SortedDictionary<string, TreeItem> files)
    {
        foreach (var item in objects.ReadTree(tree))
        {
            if (item.Mode == TreeItem.Folder)
            {
                Collect(objects, item.Id, $"{prefix}{item.Name}/", files);
            }
            else
            {
                files.Add(prefix + item.Name, item);
            }
        }
    }

    private static byte[] Serialize(List<TreeItem> items)
    {
        var bytes = new List<byte>();
        foreach (var item in items.OrderBy(SortKey, ByteOrder.Instance))
        {
            bytes.AddRange(Encoding.ASCII.GetBytes(item.Mode.ToString(CultureInfo.InvariantCulture) + " "));
            bytes.AddRange(PathText.Bytes(item.Name));
            bytes.Add(0);
            bytes.AddRange(Convert.FromHexString(item.Id));
        }

        return [.. bytes];
    }

    /// <summary>Git sorts a folder as if its name ended with a slash.</summary>
    private static byte[] SortKey(TreeItem item) =>
        PathText.Bytes(item.Mode == TreeItem.Folder ? item.Name + "/" : item.Name);

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
