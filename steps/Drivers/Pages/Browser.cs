using Microsoft.Playwright;

namespace Drivers;

/// <summary>One real browser for the whole run; each reader has a profile of his own in it.</summary>
public static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);
    private static IPlaywright? playwright;

    /// <summary>Why there is no browser here, and what to do; null where there is one.</summary>
    public static string? WhyNot() => Program() is null
        ? "no browser here: steps/browser.sh installs Chromium, or SPECS_BROWSER names one"
        : null;

    /// <summary>Why the tools from npm are missing, and what to do; null where they are there.</summary>
    public static string? WhyNoTools() => Directory.Exists(Tools("axe-core")) && Directory.Exists(Tools("@cucumber/html-formatter"))
        ? null
        : "no axe-core and no standard Cucumber report here: steps/browser.sh installs them with npm";

    /// <summary>The folder of a tool from npm.</summary>
    public static string Tools(string name) => Path.Combine(RepositoryRoot.Find(), ".artifacts", "browser", "node_modules", name);

    /// <summary>The browser.</summary>
    public static Task<IBrowser> GetAsync() => Started.Value;

    /// <summary>Ends it, where it was started.</summary>
    public static async Task StopAsync()
    {
        if (Started.IsValueCreated)
        {
            await (await Started.Value).CloseAsync();
            playwright?.Dispose();
        }
    }

    private static string? Program() => Environment.GetEnvironmentVariable("SPECS_BROWSER") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);

    private static async Task<IBrowser> StartAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program(),
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }
}
