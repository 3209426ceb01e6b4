namespace Reqnroll.Execution;

/// <summary>What bindings write and attach: in a step, in a hook of a scenario, or in a hook of the run.</summary>
internal static class AttachmentMessages
{
    public static object Log(string text, AttachmentPlace place) => new
    {
        attachment = new
        {
            body = text,
            contentEncoding = "IDENTITY",
            mediaType = "text/x.cucumber.log+plain",
            testCaseStartedId = place.CaseStartedId,
            testStepId = place.StepId,
            testRunHookStartedId = place.RunHookStartedId,
            timestamp = Times.Now,
        },
    };

    public static object File(string path, AttachmentPlace place) => new
    {
        attachment = new
        {
            body = Convert.ToBase64String(System.IO.File.ReadAllBytes(path)),
            contentEncoding = "BASE64",
            fileName = Path.GetFileName(path),
            mediaType = MediaTypes.Of(path),
            testCaseStartedId = place.CaseStartedId,
            testStepId = place.StepId,
            testRunHookStartedId = place.RunHookStartedId,
            timestamp = Times.Now,
        },
    };
}

/// <summary>Where something was attached; ids that do not apply are null.</summary>
internal readonly record struct AttachmentPlace(string? CaseStartedId, string? StepId, string? RunHookStartedId);
