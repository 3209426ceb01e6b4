using System.Globalization;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Everything that can be configured. One entry here is all it takes for a new setting.</summary>
public static class Catalogue
{
    /// <summary>What follows the key of a secret where a file holds it.</summary>
    internal const string FileSuffix = "_file";

    private const long HourInMs = 3_600_000;
    private const long LargestFile = 1 << 30;

    /// <summary>Where the index is.</summary>
    public static Setting Store { get; } = new()
    {
        Key = "store",
        Help = "The index: a file, or the address of a server. Default: neap/index.db in the XDG data folder.",
        Kind = SettingKind.Place,
        Option = "--store",
    };

    /// <summary>The folder of the index.</summary>
    public static Setting CheckpointFolder { get; } = new()
    {
        Key = "checkpoint_db_dir",
        Help = "The folder that holds index and checkpoints; where store is given by the same source, store counts.",
        Kind = SettingKind.Folder,
    };

    /// <summary>The address of a Weaviate server.</summary>
    public static Setting WeaviateAddress { get; } = new()
    {
        Key = "wcd_url",
        Help = "The address of a Weaviate server that holds the index.",
        Kind = SettingKind.Address,
        IsPersonal = true,
    };

    /// <summary>The password or key of a store.</summary>
    public static Setting StorePassword { get; } = new()
    {
        Key = "store_password",
        Help = "The password or key of the server that holds the index.",
        Kind = SettingKind.Secret,
        IsPersonal = true,
    };

    /// <summary>The target collection.</summary>
    public static Setting Collection { get; } = new()
    {
        Key = "default_source_collection",
        Help = "The collection that syncs go to.",
        Default = Slot.DefaultCollection,
        Option = "--collection",
    };

    /// <summary>Files in a transaction.</summary>
    public static Setting BatchSize { get; } = new()
    {
        Key = "batch_size",
        Help = "Files stored in one transaction.",
        Kind = SettingKind.Number,
        Least = 1,
        Most = SyncOptions.MaxBatchSize,
        Default = "500",
        Option = "--batch-size",
    };

    /// <summary>Threads that read text.</summary>
    public static Setting MaxWorkers { get; } = new()
    {
        Key = "max_workers",
        Help = "Threads that read text. Default: one a processor.",
        Kind = SettingKind.Number,
        Least = 1,
        Most = SyncOptions.MaxWorkers,
        Default = Digits(Math.Clamp(Environment.ProcessorCount, 1, SyncOptions.MaxWorkers)),
        Option = "--workers",
    };

    /// <summary>Requests under way at a server.</summary>
    public static Setting MaxConnections { get; } = new()
    {
        Key = "max_connections",
        Help = "Requests under way at one server at once.",
        Kind = SettingKind.Number,
        Least = 1,
        Most = 64,
        Default = "10",
        IsLive = true,
    };

    /// <summary>Most memory.</summary>
    public static Setting MemoryLimit { get; } = new()
    {
        Key = "memory_limit_mb",
        Help = "Most megabytes that Neap's own objects take. Default: what the machine has.",
        Kind = SettingKind.Number,
        Least = 32,
        Most = 1 << 20,
    };

    /// <summary>Larger text is not carried plain.</summary>
    public static Setting TierPlainBytes { get; } = new()
    {
        Key = "tier_plain_bytes",
        Help = "A feed carries text up to this size plain.",
        Kind = SettingKind.Number,
        Most = LargestFile,
        Default = Digits(TierLimits.Default.PlainBytes),
    };

    /// <summary>Larger content is not carried in the line.</summary>
    public static Setting TierBase64Bytes { get; } = new()
    {
        Key = "tier_base64_bytes",
        Help = "A feed carries content up to this size encoded, and larger content by reference.",
        Kind = SettingKind.Number,
        Most = LargestFile,
        Default = Digits(TierLimits.Default.Base64Bytes),
    };

    /// <summary>Larger files are skipped.</summary>
    public static Setting MaxFileBytes { get; } = new()
    {
        Key = "max_file_bytes",
        Help = "Larger files are skipped as too large.",
        Kind = SettingKind.Number,
        Least = 1,
        Most = LargestFile,
        Default = Digits(TierLimits.Default.ReferenceBytes),
    };

    /// <summary>Whether words are indexed.</summary>
    public static Setting Lexical { get; } = new()
    {
        Key = "lexical",
        Help = "Whether words are indexed next to vectors.",
        Kind = SettingKind.Switch,
        Default = "true",
        Option = "--no-lexical",
        OptionMeans = "false",
    };

    /// <summary>Whether vendored and generated files are indexed.</summary>
    public static Setting IncludeVendored { get; } = new()
    {
        Key = "include_vendored",
        Help = "Whether vendored and generated files are indexed too.",
        Kind = SettingKind.Switch,
        Default = "false",
        Option = "--include-vendored",
        OptionMeans = "true",
    };

    /// <summary>How long a held repository is waited for.</summary>
    public static Setting Wait { get; } = new()
    {
        Key = "wait",
        Help = "How long to wait while somebody else syncs the same collection and repository.",
        Kind = SettingKind.Duration,
        Most = HourInMs,
        Default = "1s",
        Option = "--wait",
        IsLive = true,
    };

    /// <summary>What makes the vectors.</summary>
    public static Setting Embedder { get; } = new()
    {
        Key = "embedder",
        Help = "hash (built in) or http (any OpenAI-compatible server).",
        Default = "hash",
        Option = "--embedder",
    };

    /// <summary>Where vectors are made.</summary>
    public static Setting EmbedderAddress { get; } = new()
    {
        Key = "embedder_url",
        Help = "The address of the embedding server, such as http://localhost:11434/v1.",
        Kind = SettingKind.Address,
        Option = "--embedder-url",
        IsPersonal = true,
    };

    /// <summary>Which model makes them.</summary>
    public static Setting EmbedderModel { get; } = new()
    {
        Key = "embedder_model",
        Help = "The model of the embedding server.",
        Option = "--embedder-model",
    };

    /// <summary>The key of the embedding server.</summary>
    public static Setting EmbedderKey { get; } = new()
    {
        Key = "embedder_key",
        Help = "The key of the embedding server.",
        Kind = SettingKind.Secret,
        Option = "--embedder-key-file",
        IsPersonal = true,
    };

    /// <summary>How long an answer is waited for.</summary>
    public static Setting EmbedderTimeout { get; } = new()
    {
        Key = "embedder_timeout",
        Help = "How long to wait for one answer of the embedding server.",
        Kind = SettingKind.Duration,
        Least = 1000,
        Most = HourInMs,
        Default = "60s",
        IsLive = true,
    };

    /// <summary>How often an answer is asked for.</summary>
    public static Setting EmbedderAttempts { get; } = new()
    {
        Key = "embedder_attempts",
        Help = "How often one request is sent to the embedding server before the sync stops, the first time included.",
        Kind = SettingKind.Number,
        Least = 1,
        Most = 20,
        Default = "5",
        IsLive = true,
    };

    /// <summary>Whether errors tell where they came from.</summary>
    public static Setting Debug { get; } = new()
    {
        Key = "debug",
        Help = "Whether an error tells where it came from.",
        Kind = SettingKind.Switch,
        Default = "false",
        Option = "--debug",
        OptionMeans = "true",
        IsLive = true,
    };

    /// <summary>All of them, in the order in which they are shown.</summary>
    internal static Setting[] Entries { get; } =
    [
        Store, CheckpointFolder, WeaviateAddress, StorePassword, Collection, BatchSize, MaxWorkers, MaxConnections,
        MemoryLimit, TierPlainBytes, TierBase64Bytes, MaxFileBytes, Lexical, IncludeVendored, Wait, Embedder, EmbedderAddress, EmbedderModel, EmbedderKey,
        EmbedderTimeout, EmbedderAttempts, Debug,
    ];

    /// <summary>The setting with a key; null where there is none.</summary>
    /// <param name="key">As a file spells it, in any case, with dashes or underscores.</param>
    /// <param name="isFile">True where the key asks for the file that holds a secret.</param>
    internal static Setting? Find(ReadOnlySpan<char> key, out bool isFile)
    {
        foreach (var setting in Entries)
        {
            isFile = setting.IsSecret && key.Length == setting.Key.Length + FileSuffix.Length
                && IsSame(key[setting.Key.Length..], FileSuffix);
            if (IsSame(isFile ? key[..setting.Key.Length] : key, setting.Key))
            {
                return setting;
            }
        }

        isFile = false;
        return null;
    }

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsSame(ReadOnlySpan<char> text, string key)
    {
        if (text.Length != key.Length)
        {
            return false;
        }

        for (var i = 0; i < key.Length; i++)
        {
            var letter = text[i] == '-' ? '_' : char.ToLowerInvariant(text[i]);
            if (letter != key[i])
            {
                return false;
            }
        }

        return true;
    }
}
