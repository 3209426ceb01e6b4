using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Drivers;

/// <summary>The scenario's environment as a program sees it: names without case, and changes as they are made.</summary>
internal sealed class CaselessVariables(IReadOnlyDictionary<string, string> variables) : IReadOnlyDictionary<string, string>
{
    public IEnumerable<string> Keys => variables.Keys;

    public IEnumerable<string> Values => variables.Values;

    public int Count => variables.Count;

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var found = variables.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        value = found.Value;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => variables.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
