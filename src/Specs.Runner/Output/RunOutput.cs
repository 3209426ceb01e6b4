using System.Diagnostics;
using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Output outside a scenario: there is no test it could belong to, so it goes to the trace.</summary>
internal sealed class RunOutput : IReqnrollOutputHelper
{
    public void WriteLine(string message) => Trace.WriteLine(message);

    public void WriteLine(string format, params object[] args) =>
        Trace.WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath) => Trace.WriteLine($"Attachment: {filePath}");
}
