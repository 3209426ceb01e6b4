using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>What a stand-in keeps of a point or object.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Vector">Its vector.</param>
/// <param name="Fields">Its fields.</param>
public sealed record KeptPoint(string Id, float[] Vector, JsonObject Fields)
{
    /// <summary>The inner product with another vector.</summary>
    public double Dot(float[] other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Length == Vector.Length
            ? Vector.Zip(other, (left, right) => (double)left * right).Sum()
            : throw new SpecException($"a vector of {other.Length} numbers is compared with {Vector.Length}");
    }

    /// <summary>A vector out of JSON.</summary>
    public static float[] Read(JsonNode? vector) => vector is JsonArray numbers && numbers.Count > 0
        ? [.. numbers.Select(number => (float)number!.GetValue<double>())]
        : throw new SpecException("a vector is missing");

    /// <summary>The vector as JSON.</summary>
    public JsonArray VectorJson() => new([.. Vector.Select(number => (JsonNode)JsonValue.Create(number))]);
}

/// <summary>The collections of a stand-in.</summary>
public sealed class KeptPoints : IPointKeeper
{
    private readonly Dictionary<string, SortedDictionary<string, KeptPoint>> _collections = new(StringComparer.Ordinal);

    /// <summary>The length of vectors of each collection.</summary>
    public Dictionary<string, int> Dimensions { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields of each collection that questions may be limited by.</summary>
    public ISet<(string Collection, string Field)> Indexed { get; } = new HashSet<(string, string)>();

    /// <summary>How many points were ever written.</summary>
    public int Written { get; private set; }

    /// <summary>The names of the collections.</summary>
    public IEnumerable<string> Names => _collections.Keys;

    /// <inheritdoc/>
    public IEnumerable<(string Collection, KeptPoint Point)> All =>
        _collections.SelectMany(pair => pair.Value.Values.Select(point => (pair.Key, point)));

    /// <summary>True where there is a collection.</summary>
    public bool Has(string collection) => _collections.ContainsKey(collection);

    /// <summary>Makes a collection.</summary>
    public void Make(string collection) => _collections.TryAdd(collection, new SortedDictionary<string, KeptPoint>(StringComparer.Ordinal));

    /// <summary>The points of a collection, by id.</summary>
    public IReadOnlyCollection<KeptPoint> Of(string collection) => _collections[collection].Values;

    /// <summary>Removes a collection; true where there was one.</summary>
    public bool Drop(string collection)
    {
        foreach (var indexed in Indexed.Where(one => one.Collection == collection).ToList())
        {
            Indexed.Remove(indexed);
        }

        return Dimensions.Remove(collection) | _collections.Remove(collection);
    }

    /// <inheritdoc/>
    public void Clear() => Names.ToList().ForEach(name => Drop(name));

    /// <inheritdoc/>
    public void Put(string collection, KeptPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (Dimensions.TryGetValue(collection, out var length) && point.Vector.Length != length)
        {
            throw new SpecException($"a vector of {point.Vector.Length} numbers is put among those of {length}");
        }

        _collections[collection][Guid.Parse(point.Id).ToString()] = point;
        Written++;
    }

    /// <inheritdoc/>
    public void Remove(string collection, string id) => _collections[collection].Remove(id);
}
