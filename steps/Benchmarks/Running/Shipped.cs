using System.Runtime.InteropServices;

namespace Benchmarks.Running;

/// <summary>Builds <c>neap</c> as it ships: compiled ahead of time where the package feed has the compiler for that.</summary>
internal static class Shipped
{
    /// <summary>The executable, and whether it was compiled ahead of time.</summary>
    public static (string Path, string Kind) Find(string? given, TemporaryFolder folder)
    {
        if (given is not null)
        {
            return (Path.GetFullPath(given), "given");
        }

        var project = Path.Combine(Root(), "src", "Neap.Cli", "Neap.Cli.csproj");
        Console.Error.WriteLine("building neap as it ships");
        return Publish(project, folder["shipped"], "true") ? (folder["shipped/neap"], "ReadyToRun")
            : Publish(project, folder["plain"], "false") ? (folder["plain/neap"], "not compiled ahead of time")
            : throw new BenchmarkException("neap cannot be published.");
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Specs.sln")))
            {
                return folder;
            }
        }

        throw new BenchmarkException("The program does not lie inside its repository; name --neap and REPOSITORY.");
    }

    private static bool Publish(string project, string folder, string readyToRun) => Tool.Run(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            "publish", project, "-c", "Release", "-v", "quiet", "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false", $"-p:PublishReadyToRun={readyToRun}", "-o", folder,
        ]).ExitCode == 0;
}
