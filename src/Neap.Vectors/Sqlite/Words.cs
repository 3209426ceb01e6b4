using System.Globalization;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>
/// How values are spelled in the tables: words for enumerations, hexadecimal ids, UTC times with milliseconds.
/// </summary>
/// <remarks>
/// The words are part of the file's format. They stand here as plain tables, because generic code over enumerations of
/// another assembly cannot be compiled ahead of time and costs a no-change run 15 ms.
/// </remarks>
internal static class Words
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly WordTable VectorEncodings = new(
        "vector encoding",
        ((int)VectorEncoding.Quantized, "quantized"),
        ((int)VectorEncoding.Exact, "exact"));

    private static readonly WordTable TextEncodings = new(
        "text encoding",
        ((int)TextEncoding.Utf8, "utf8"),
        ((int)TextEncoding.Utf8Bom, "utf8-bom"),
        ((int)TextEncoding.Utf16Le, "utf16-le"),
        ((int)TextEncoding.Utf16Be, "utf16-be"),
        ((int)TextEncoding.Windows1252, "windows1252"));

    private static readonly WordTable Modes = new(
        "file mode",
        ((int)Neap.Core.FileMode.Regular, "regular"),
        ((int)Neap.Core.FileMode.Executable, "executable"),
        ((int)Neap.Core.FileMode.SymbolicLink, "symbolic-link"),
        ((int)Neap.Core.FileMode.Submodule, "submodule"));

    private static readonly WordTable SkipReasons = new(
        "skip reason",
        ((int)SkipReason.Binary, "binary"),
        ((int)SkipReason.Vendored, "vendored"),
        ((int)SkipReason.Generated, "generated"),
        ((int)SkipReason.Ignored, "ignored"),
        ((int)SkipReason.TooLarge, "too-large"),
        ((int)SkipReason.SymbolicLink, "symbolic-link"),
        ((int)SkipReason.Submodule, "submodule"),
        ((int)SkipReason.LfsPointer, "lfs-pointer"),
        ((int)SkipReason.NotInClone, "not-in-clone"),
        ((int)SkipReason.Secret, "secret"));

    private static readonly WordTable FailureCategories = new(
        "failure category",
        ((int)FailureCategory.Network, "network"),
        ((int)FailureCategory.Store, "store"),
        ((int)FailureCategory.FileSystem, "file-system"),
        ((int)FailureCategory.Encoding, "encoding"),
        ((int)FailureCategory.RateLimit, "rate-limit"),
        ((int)FailureCategory.Memory, "memory"),
        ((int)FailureCategory.Timeout, "timeout"),
        ((int)FailureCategory.Validation, "validation"),
        ((int)FailureCategory.Unknown, "unknown"));

    private static readonly WordTable LineOperations = new(
        "operation",
        ((int)LineOperation.Add, "add"),
        ((int)LineOperation.Modify, "modify"),
        ((int)LineOperation.Delete, "delete"),
        ((int)LineOperation.Rename, "rename"));

    private static readonly WordTable InputSources = new(
        "input source",
        ((int)InputSource.Git, "git"),
        ((int)InputSource.Stdin, "stdin"),
        ((int)InputSource.Retry, "retry"));

    private static readonly WordTable RunStatuses = new(
        "run status",
        ((int)RunStatus.Running, "running"),
        ((int)RunStatus.Completed, "completed"),
        ((int)RunStatus.Failed, "failed"),
        ((int)RunStatus.Interrupted, "interrupted"));

    public static ReadOnlySpan<byte> Of(VectorEncoding value) => VectorEncodings.Of((int)value);

    public static ReadOnlySpan<byte> Of(TextEncoding value) => TextEncodings.Of((int)value);

    public static ReadOnlySpan<byte> Of(Neap.Core.FileMode value) => Modes.Of((int)value);

    public static ReadOnlySpan<byte> Of(SkipReason value) => SkipReasons.Of((int)value);

    public static ReadOnlySpan<byte> Of(FailureCategory value) => FailureCategories.Of((int)value);

    public static ReadOnlySpan<byte> Of(LineOperation value) => LineOperations.Of((int)value);

    public static ReadOnlySpan<byte> Of(InputSource value) => InputSources.Of((int)value);

    public static ReadOnlySpan<byte> Of(RunStatus value) => RunStatuses.Of((int)value);

    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static VectorEncoding ReadVectorEncoding(ReadOnlySpan<byte> word) =>
        (VectorEncoding)VectorEncodings.Read(word);

    public static TextEncoding ReadTextEncoding(ReadOnlySpan<byte> word) => (TextEncoding)TextEncodings.Read(word);

    public static Neap.Core.FileMode ReadMode(ReadOnlySpan<byte> word) => (Neap.Core.FileMode)Modes.Read(word);

    public static SkipReason ReadSkipReason(ReadOnlySpan<byte> word) => (SkipReason)SkipReasons.Read(word);

    /// <summary>The first format knew "unreadable", which is of the file system.</summary>
    public static FailureCategory ReadFailureCategory(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("unreadable"u8) ? FailureCategory.FileSystem : (FailureCategory)FailureCategories.Read(word);

    public static LineOperation ReadLineOperation(ReadOnlySpan<byte> word) => (LineOperation)LineOperations.Read(word);

    public static InputSource ReadInputSource(ReadOnlySpan<byte> word) => (InputSource)InputSources.Read(word);

    public static RunStatus ReadRunStatus(ReadOnlySpan<byte> word) => (RunStatus)RunStatuses.Read(word);

    public static DateTimeOffset ReadTime(string text) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : throw IndexDamage.Of($"'{text}' is no time.");

    /// <summary>The id; empty text is the id of a branch that has no commit.</summary>
    public static ObjectId ReadId(string? hex)
    {
        if (hex is { Length: 0 })
        {
            return ObjectId.None;
        }

        return ObjectId.TryParse(hex, out var id) ? id : throw IndexDamage.Of($"'{hex}' is no object id.");
    }

    public static CommitId? ReadCommit(string? hex) => hex is null ? null : new CommitId(ReadId(hex));
}
