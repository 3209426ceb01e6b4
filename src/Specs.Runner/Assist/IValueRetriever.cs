namespace Reqnroll.Assist;

/// <summary>Reads a table cell as a value of a type of the suite.</summary>
public interface IValueRetriever
{
    /// <summary>Whether the cell can be read for this property of this type.</summary>
    bool CanRetrieve(KeyValuePair<string, string> keyValuePair, Type targetType, Type propertyType);

    /// <summary>The value of the cell.</summary>
    object? Retrieve(KeyValuePair<string, string> keyValuePair, Type targetType, Type propertyType);
}
