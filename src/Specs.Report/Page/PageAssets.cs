using System.Security.Cryptography;
using System.Text;
using Specs.Drawings;

namespace Specs.Report.Page;

/// <summary>The page's own style sheet and script, and the policy that lets a browser use nothing else.</summary>
internal static class PageAssets
{
    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("page.css") + DrawingStyle.Sheet;

    /// <summary>The script; the page is complete without it.</summary>
    public static string Script { get; } = Read("page.js");

    /// <summary>Only this style, only this script, pictures only from the page itself, and no request to anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src {Hash(Style)}; script-src {Hash(Script)}; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"Specs.Report.Page.{name}")
            ?? throw new InvalidOperationException($"{name} was not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
