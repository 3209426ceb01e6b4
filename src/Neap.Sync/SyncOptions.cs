using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>How a run works; none of it changes what the index holds but the limit, the rules and the lexical index.</summary>
public sealed record SyncOptions
{
    /// <summary>Fewest and most files of a batch.</summary>
    public const int MaxBatchSize = 10_000;

    /// <summary>Most workers.</summary>
    public const int MaxWorkers = 64;

    /// <summary>Threads that read text and ask for vectors. Default: one a processor. 1 to 64.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, MaxWorkers);

    /// <summary>Files stored in one transaction. Default 500; 1 to 10,000.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>How content travels, by its size; a file above the last limit is skipped.</summary>
    public TierLimits Tiers { get; init; } = TierLimits.Default;

    /// <summary>Larger files are skipped. Default 10,485,760 bytes.</summary>
    public long LimitBytes => Tiers.ReferenceBytes;

    /// <summary>Whether words are indexed next to vectors. Default yes.</summary>
    public bool Lexical { get; init; } = true;

    /// <summary>Whether vendored and generated files are left out. Default yes.</summary>
    public bool SkipVendored { get; init; } = true;

    /// <summary>Whether files that hold keys, tokens or passwords are left out. Default yes.</summary>
    public bool SkipSecrets { get; init; } = true;

    /// <summary>True where files that would be left out for this reason are asked for.</summary>
    public bool Includes(SkipReason reason) => reason switch
    {
        SkipReason.Vendored or SkipReason.Generated => !SkipVendored,
        SkipReason.Secret => !SkipSecrets,
        _ => false,
    };

    /// <summary>The rules for paths, as a revision remembers them; see <see cref="RememberedRules"/>.</summary>
    /// <param name="scope">Which paths belong to the collection.</param>
    public string PathRulesFor(PathScope scope) => RememberedRules.Write(this, scope);

    /// <summary>Whether content that was read by these rules was searched for secrets.</summary>
    internal static bool SkipsSecrets(ContentKey key) => key.Chunker.EndsWith(SecretContent.Version, StringComparison.Ordinal);

    /// <summary>The rules for content, as a revision remembers them.</summary>
    public ContentKey KeyFor(ITextEmbedder embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        var reading = Lexical ? $"{Chunker.Version}+{WordCollector.Version}" : Chunker.Version;
        return new ContentKey(
            SkipSecrets ? $"{reading}+{SecretContent.Version}" : reading,
            embedder.Name,
            embedder.Dimensions,
            embedder.Encoding,
            LimitBytes,
            Lexical);
    }
}
