namespace Specs.Drawings;

/// <summary>Where a drawing will stand.</summary>
public enum Frame
{
    /// <summary>In a page that brings <see cref="DrawingStyle.Sheet"/> once for all drawings.</summary>
    Page,

    /// <summary>By itself: an image that brings its own colours.</summary>
    Image,
}

/// <summary>The looks of all drawings.</summary>
public static class DrawingStyle
{
    /// <summary>The style sheet; colours come from the page's variables, with values of their own where there is no page.</summary>
    public const string Sheet =
        ".dw{font:11px system-ui,sans-serif;max-width:100%;height:auto}" +
        ".dw text{fill:var(--ink,#1b1f24)}.dw .l{fill:none;stroke:var(--line,#57606a);stroke-width:1.5}" +
        ".dw circle{fill:var(--paper,#fff);stroke:var(--line,#57606a);stroke-width:1.5}" +
        ".dw .n{fill:var(--blue,#0550ae);stroke:var(--blue,#0550ae)}" +
        ".dw .f,.dw .u{fill:var(--soft,#f6f8fa);stroke:var(--edge,#d0d7de)}" +
        ".dw .k,.dw .g{fill:var(--good-soft,#dafbe1);stroke:var(--good,#116329)}" +
        ".dw .b{fill:var(--bad-soft,#ffebe9);stroke:var(--bad,#a40e26)}" +
        ".dw .m{stroke:none}.dw .m.g{fill:var(--good,#116329)}.dw .m.b{fill:var(--bad,#a40e26)}" +
        ".dw .c{text-anchor:middle}.dw .e{text-anchor:end}.dw .o{font-weight:600}";
}
