using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Writes documents as JSON: snake case, one line.</summary>
internal static class JsonOutput
{
    public static void Write<T>(TextWriter output, T document) =>
        output.WriteLine(JsonSerializer.Serialize(document, (JsonTypeInfo<T>)Documents.Default.GetTypeInfo(typeof(T))!));
}

/// <summary>The documents of the command line, serialised without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters = [typeof(PathConverter)])]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(SyncDocument))]
[JsonSerializable(typeof(SyncDocuments))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(VerifyDocument))]
[JsonSerializable(typeof(SearchDocument))]
[JsonSerializable(typeof(EntryDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(ServerCheckDocument))]
[JsonSerializable(typeof(StoreListDocument))]
[JsonSerializable(typeof(RegistryDocument))]
[JsonSerializable(typeof(PerformanceDocument))]
[JsonSerializable(typeof(FollowedDocuments))]
[JsonSerializable(typeof(ConfigurationDocument))]
[JsonSerializable(typeof(SoundnessDocument))]
[JsonSerializable(typeof(ErrorsDocument))]
[JsonSerializable(typeof(ClearedDocument))]
[JsonSerializable(typeof(RunDetail))]
[JsonSerializable(typeof(SummaryDocument))]
internal sealed partial class Documents : JsonSerializerContext;

internal sealed record ProblemDocument(ProblemDetail Error, int ExitCode);

internal sealed record ProblemDetail(string Kind, string What, string Safe, string Next, IReadOnlyList<string> Details)
{
    public static ProblemDetail Of(NeapException failure) =>
        new(Names.Of(failure.Kind), failure.Message, failure.Safe, failure.Next, failure.Details);
}
