namespace Reqnroll;

/// <summary>Where bindings write what a reader of the results should see.</summary>
public interface IReqnrollOutputHelper
{
    /// <summary>Writes a line to the test's output.</summary>
    void WriteLine(string message);

    /// <summary>Writes a formatted line to the test's output.</summary>
    void WriteLine(string format, params object[] args);

    /// <summary>Attaches a file to the step that runs.</summary>
    void AddAttachment(string filePath);
}
