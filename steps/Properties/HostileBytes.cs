using System.Text;

namespace Properties;

/// <summary>Input that somebody who means harm, or a broken tool, could send: bent copies of good lines, and plain noise.</summary>
internal sealed class HostileBytes(int seed)
{
    private static readonly byte[][] Seeds = [.. new[]
    {
        "src/cart.py",
        """{"op":"add","path":"a.txt","content":"one","size":3}""",
        """{"op":"rename","old_path":"a/b","path":"c/d","blob":"1111111111111111111111111111111111111111"}""",
        """{"path":"x","content_base64":"aGVsbG8=","line":7,"extra":{"a":[1,2,{"b":null}]}}""",
        """{"path":"x","content_ref":"../../../etc/passwd"}""",
        """{"path":"\ud83d\ude00\udc80\u0000","skip_index":true,"reason":"generated"}""",
        """{"repo":"shop","new_changeset":{"commit":"2222222222222222222222222222222222222222","tree_hash":null,"branch":"main"}}""",
        "\"caf\\303\\251.txt\"", "{", "{}", "[1]", "null", "\"", "{\"", "\u00ef\u00bb\u00bf", "./../x", "//", "a\0b",
        "\\", "{\"path\":1e999}", "{\"size\":99999999999999999999}",
    }.Select(Encoding.Latin1.GetBytes)];

    private readonly Random _random = new(seed);

    /// <summary>The next input: a few lines.</summary>
    public byte[] Next()
    {
        var bytes = new List<byte>();
        for (var line = _random.Next(4); line >= 0; line--)
        {
            bytes.AddRange(Bent(Seeds[_random.Next(Seeds.Length)]));
            bytes.AddRange(_random.Next(8) == 0 ? [] : _random.Next(5) == 0 ? "\r\n"u8 : "\n"u8);
        }

        return [.. bytes];
    }

    /// <summary>The next text: any characters, those that paths are made of more often.</summary>
    public string Text()
    {
        const string Often = "../\\.\udc2e\udc2f\ud800\0abc*?[]!^{}~ -\"'\n";
        return new string([.. Enumerable.Range(0, _random.Next(24)).Select(_ =>
            _random.Next(3) > 0 ? Often[_random.Next(Often.Length)] : (char)_random.Next(1 << 16))]);
    }

    private byte[] Bent(byte[] seed)
    {
        var bytes = seed.ToList();
        for (var changes = _random.Next(4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
                case 2:
                    bytes.RemoveRange(at, _random.Next(bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 12)));
                    break;
            }
        }

        return [.. bytes];
    }
}
