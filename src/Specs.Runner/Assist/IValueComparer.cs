namespace Reqnroll.Assist;

/// <summary>Compares the text of a cell with a value of the suite.</summary>
public interface IValueComparer
{
    /// <summary>Whether this comparer is meant for the value.</summary>
    bool CanCompare(object? actualValue);

    /// <summary>Whether the text stands for the value.</summary>
    bool Compare(string expectedValue, object? actualValue);
}
