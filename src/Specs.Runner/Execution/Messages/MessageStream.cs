using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reqnroll.Execution;

/// <summary>Cucumber Messages, a line each; nothing is written where no file is asked for.</summary>
internal sealed class MessageStream
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock gate = new();
    private readonly string? path;
    private readonly TestRun run;
    private StreamWriter? file;
    private volatile bool failed;
    private (string Message, Exception Error)? reason;

    private MessageStream(string? path, TestRun run)
    {
        this.path = path;
        this.run = run;
    }

    /// <summary>The clock of the run.</summary>
    public static TimeProvider Clock => TimeProvider.System;

    public static MessageStream Open(Settings settings, TestRun run)
    {
        var disabled = Environment.GetEnvironmentVariable("REQNROLL_FORMATTERS_DISABLED");
        var path = "true".Equals(disabled, StringComparison.OrdinalIgnoreCase) ? null : settings.MessagesPath;
        return new(path is null ? null : Path.Combine(settings.Folder, MessagePath.Expand(path, Clock)), run);
    }

    /// <summary>A stream of its own, beside that of the run.</summary>
    public static MessageStream At(string path, TestRun run) => new(Path.GetFullPath(path), run);

    /// <summary>Writes one message; the first one opens the file and what every stream begins with.</summary>
    public void Write(object message)
    {
        if (path is null)
        {
            return;
        }

        var line = JsonSerializer.Serialize(message, Json);
        lock (gate)
        {
            (file ??= Begin(path)).WriteLine(line);
        }
    }

    /// <summary>One scenario that did not pass spoils the run.</summary>
    public void Note(StepResult result)
    {
        // Only ever set: scenarios running side by side must not take back what another one found.
        if (result.Status is not ("PASSED" or "SKIPPED"))
        {
            failed = true;
        }
    }

    /// <summary>An error outside all scenarios; the first one is told at the end of the run.</summary>
    public void NoteError(string what, Exception error)
    {
        lock (gate)
        {
            failed = true;
            reason ??= ($"{what}: {error.Message}", error);
        }
    }

    /// <summary>A run in which no scenario had its turn leaves the messages of the one before alone.</summary>
    public void Close()
    {
        if (file is null)
        {
            return;
        }

        Write(RunMessages.Finished(!failed, reason));
        lock (gate)
        {
            file.Dispose();
        }
    }

    private StreamWriter Begin(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var writer = new StreamWriter(target, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(JsonSerializer.Serialize(RunMessages.Meta(), Json));
        foreach (var feature in run.Features)
        {
            writer.WriteLine(feature.Document);
            WriteAll(writer, feature.Pickles.Select(pickle => PickleMessages.Of(feature, pickle)));
        }

        WriteAll(writer, run.Registry.Transformations.SelectMany(BindingMessages.Of));
        WriteAll(writer, run.Registry.Steps.Select(BindingMessages.Of));
        WriteAll(writer, run.Registry.Hooks.Select(BindingMessages.Of));
        writer.WriteLine(JsonSerializer.Serialize(RunMessages.Started(), Json));
        return writer;
    }

    private static void WriteAll(StreamWriter writer, IEnumerable<object> messages)
    {
        foreach (var message in messages)
        {
            writer.WriteLine(JsonSerializer.Serialize(message, Json));
        }
    }
}
