using System.CommandLine;
using Specs.Report.Catalogue;
using Specs.Report.Diff;
using Specs.Report.Exports;
using Specs.Report.Gate;
using Specs.Report.Lint;
using Specs.Report.Mutants;
using Specs.Report.Page;

namespace Specs.Report;

/// <summary>The command line: finds the command, runs it, and turns failures into messages and exit codes.</summary>
public static class SpecsApp
{
    /// <summary>Runs one command and returns its exit code; see <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, SpecsHost host)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            return await RunCommandAsync(args, host);
        }
        catch (SpecsException failure)
        {
            await host.Error.WriteLineAsync($"specs: {failure.Message}");
            return failure.ExitCode;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"specs: a file cannot be read or written: {broken.Message}");
            return ExitCodes.Input;
        }
        catch (Exception defect) // the last door: a defect must not look like a verdict
        {
            await host.Error.WriteLineAsync(
                $"specs: a defect of specs itself, which says nothing about the run.\n{defect}");
            return ExitCodes.Crash;
        }
        finally
        {
            await host.Out.FlushAsync();
        }
    }

    private static async Task<int> RunCommandAsync(IReadOnlyList<string> args, SpecsHost host)
    {
        var parsed = Root(host).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            throw SpecsException.WrongUse($"{parsed.Errors[0].Message} See specs --help.");
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root(SpecsHost host) => new(
        "Living documentation and the acceptance gate, from features and Cucumber Messages.")
    {
        ReportCommand.Create(host),
        GateCommand.Create(host),
        DiffCommand.Create(host),
        ExportCommands.Summary(host),
        ExportCommands.Junit(host),
        ExportCommands.Trx(host),
        CaughtCommand.Create(host),
        MutantsCommand.Create(host),
        LintCommand.Create(host),
        StepsCommand.Create(host),
    };
}
