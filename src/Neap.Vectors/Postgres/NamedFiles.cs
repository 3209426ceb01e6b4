using System.Text;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Files whose paths hold words of a question.</summary>
/// <remarks>
/// The server throws out the paths in which no word can stand; by which rules a path has words, only the caller knows.
/// A path is no text to the server: its bytes are compared as Latin-1, which any bytes can be read as.
/// </remarks>
internal sealed class NamedFiles(NpgsqlConnection connection, long[] slots)
{
    /// <summary>The files, and what their paths add to a score.</summary>
    public async Task<Found> FindAsync(SearchRequest request, double[] weights, CancellationToken cancellation)
    {
        var forms = request.Terms.SelectMany(term => term.Forms).Select(form => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form)));
        var rows = await connection.ReadAsync(
            """
            SELECT slot, path FROM neap.file
            WHERE slot = ANY($1) AND blob IS NOT NULL AND replace(convert_from(path, 'LATIN1'), '_', '') ~* $2
            """,
            row => (Slot: row.GetInt64(0), Path: row.GetFieldValue<byte[]>(1)),
            cancellation, slots, string.Join('|', forms));
        var named = rows.Select(row => (row.Slot, row.Path, Weight: WordWeights.Of(request.Paths(row.Path), weights)))
            .Where(row => row.Weight > 0).ToArray();
        return new Found(
            [.. named.Select(row => row.Slot)], [.. named.Select(row => row.Path)], [.. named.Select(row => row.Weight)]);
    }

    /// <summary>Columns of one length.</summary>
    internal sealed record Found(long[] Slots, byte[][] Paths, double[] Weights);
}
