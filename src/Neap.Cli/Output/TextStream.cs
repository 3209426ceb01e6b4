using System.Text;

namespace Neap.Cli;

/// <summary>A stream of UTF-8 that ends in a text writer.</summary>
internal sealed class TextStream(TextWriter output) : WriteOnlyStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _letters = new char[8192];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            _decoder.Convert(buffer, _letters, flush: false, out var used, out var made, out _);
            output.Write(_letters, 0, made);
            buffer = buffer[used..];
        }
    }

    public override void Flush() => output.Flush();
}
