namespace Neap.Core;

/// <summary>What an index follows: <c>HEAD</c>, a branch, a tag, or any expression git resolves to a commit.</summary>
public readonly record struct RefName
{
    private readonly string? _text;

    private RefName(string text) => _text = text;

    /// <summary>What is checked out; the default.</summary>
    public static RefName Head { get; } = new("HEAD");

    /// <summary>The name as text.</summary>
    public string Text => _text ?? "HEAD";

    /// <summary>Refuses what git could take for an option, and control characters.</summary>
    public static bool TryParse(string? text, out RefName name)
    {
        name = default;
        if (string.IsNullOrWhiteSpace(text) || text.StartsWith('-') || text.Any(char.IsControl))
        {
            return false;
        }

        name = new RefName(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
