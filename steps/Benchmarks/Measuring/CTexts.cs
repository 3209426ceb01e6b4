using System.Runtime.InteropServices;

namespace Benchmarks.Measuring;

/// <summary>Texts as C wants them: addresses, the last of which is zero.</summary>
internal sealed unsafe class CTexts : IDisposable
{
    private readonly nint[] _texts;
    private readonly byte** _list;

    public CTexts(IReadOnlyList<string> texts)
    {
        _texts = [.. texts.Select(Marshal.StringToCoTaskMemUTF8)];
        _list = (byte**)NativeMemory.AllocZeroed((nuint)_texts.Length + 1, (nuint)sizeof(byte*));
        for (var i = 0; i < _texts.Length; i++)
        {
            _list[i] = (byte*)_texts[i];
        }
    }

    /// <summary>The list.</summary>
    public byte** Pointer => _list;

    /// <summary>One text.</summary>
    public byte* this[int index] => _list[index];

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_texts, Marshal.FreeCoTaskMem);
        NativeMemory.Free(_list);
    }
}
