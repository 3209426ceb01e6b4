using System.Diagnostics;
using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Output outside a scenario: there is no test it could belong to, so it goes to trace and messages.</summary>
internal sealed class RunOutput(MessageStream messages) : IReqnrollOutputHelper
{
    /// <summary>The hook of the run that runs now; messages know no other place outside a scenario.</summary>
    public string? CurrentHook { get; set; }

    public void WriteLine(string message)
    {
        Trace.WriteLine(message);
        Tell(place => AttachmentMessages.Log(message, place));
    }

    public void WriteLine(string format, params object[] args) =>
        WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath)
    {
        Trace.WriteLine($"Attachment: {filePath}");
        Tell(place => AttachmentMessages.File(filePath, place));
    }

    private void Tell(Func<AttachmentPlace, object> message)
    {
        if (CurrentHook is { } hook)
        {
            messages.Write(message(new(null, null, hook)));
        }
    }
}
