using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Compares a question with every visible vector, in the order of the table.</summary>
internal sealed class SemanticScan(
    Database database, VisibleFiles files, PreparedQuery query, TopList top, CancellationToken cancellation)
{
    /// <summary>
    /// So many chunks that nobody sees are stepped over before the scan jumps to the next visible one.
    /// </summary>
    private const int StepsBeforeJump = 64;

    /// <summary>Offers every visible chunk to the list.</summary>
    public void Run()
    {
        using var chunks = database.Prepare("SELECT id, vec FROM chunk WHERE id>=?1 AND id<?2 ORDER BY id");
        chunks.Bind(2, (files.Blob(files.Count - 1) + 1) << Schema.OrdinalBits);
        for (var row = 0; row < files.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            chunks.Bind(1, files.Blob(row) << Schema.OrdinalBits);
            row = ScanUntilGap(chunks, row);
            chunks.Reset();
        }
    }

    /// <returns>The row to go on with; the number of rows at the end.</returns>
    private int ScanUntilGap(Statement chunks, int row)
    {
        for (var unseen = 0; unseen < StepsBeforeJump;)
        {
            if (!chunks.Step())
            {
                return files.Count;
            }

            var id = chunks.Integer(0);
            row = files.Seek(id >> Schema.OrdinalBits, row);
            if (files.Blob(row) != id >> Schema.OrdinalBits)
            {
                unseen++;
                continue;
            }

            unseen = 0;
            var score = query.Dot(chunks.Bytes(1));
            if (score >= top.Floor)
            {
                top.Offer(id, row, score);
            }
        }

        return row;
    }
}
