using System.Text;
using FluentAssertions.Execution;
using Neap.Changes;
using Neap.Core;

namespace Properties;

/// <summary>Whatever comes in as a feed, each line is answered with one line, and no path leads anywhere else.</summary>
public sealed class FeedFuzz
{
    [Fact]
    public void Any_bytes_become_as_many_lines_as_they_are()
    {
        var hostile = new HostileBytes(Effort.Seed);
        for (var tries = Effort.Of(byDay: 20_000, byNight: 1_000_000); tries > 0; tries--)
        {
            var bytes = hostile.Next();
            try
            {
                Check(bytes);
            }
            catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
            {
                Execute.Assertion.FailWith("{0}\nfor {1}", wrong, Convert.ToHexString(bytes));
            }
        }
    }

    [Fact]
    public void A_line_survives_being_cut_into_any_pieces()
    {
        var hostile = new HostileBytes(Effort.Seed + 1);
        for (var tries = Effort.Of(byDay: 500, byNight: 20_000); tries > 0; tries--)
        {
            var bytes = hostile.Next();
            var whole = Read(new MemoryStream(bytes));
            var dripping = Read(new DrippingStream(bytes));
            dripping.Select(Spelled).Should().Equal(whole.Select(Spelled));
        }
    }

    private static void Check(byte[] bytes)
    {
        var lines = Read(new MemoryStream(bytes));
        var ends = bytes.Count(value => value == '\n') + (bytes.Length > 0 && bytes[^1] != '\n' ? 1 : 0);
        lines.Count.Should().Be(ends, "so many lines are in {0}", Convert.ToHexString(bytes));
        lines.Select(line => line.Head.Number).Should().Equal(Enumerable.Range(1, lines.Count).Select(number => (long)number));
        foreach (var change in lines.OfType<FeedLine.Change>())
        {
            Paths.ShouldStayInside(change.Entry.Path, bytes);
            Paths.ShouldStayInside(change.Entry.OldPath ?? change.Entry.Path, bytes);
        }
    }

    private static List<FeedLine> Read(Stream stream) => [.. FeedReader.Read(stream, CancellationToken.None)];

    private static string Spelled(FeedLine line) => $"{line.Head.Number} {line.GetType().Name} {line.Head.Fingerprint}";

    /// <summary>Hands out one byte at a time, as a slow producer may.</summary>
    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}

/// <summary>What a path may be.</summary>
internal static class Paths
{
    public static void ShouldStayInside(RepoPath path, byte[] input)
    {
        var segments = Encoding.Latin1.GetString(path.Bytes).Split('/');
        var leadsElsewhere = segments.Any(segment => segment is "" or "." or "..") || path.Bytes.Contains((byte)0);
        leadsElsewhere.Should().BeFalse("{0} stays inside; it is made from {1}", path, Convert.ToHexString(input));
    }
}
