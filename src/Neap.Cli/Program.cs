using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Neap.Cli;

// A signal is handled on a thread of the pool; on a busy machine it must not wait until one is free.
ThreadPool.SetMinThreads(16, 4);
using var interrupt = new CancellationTokenSource();
using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupted);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupted);

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(
    Console.IsOutputRedirected && !OperatingSystem.IsWindows() ? new OutputStream() : Console.OpenStandardOutput(), utf8, 1 << 16);
var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }); // not closed: who writes to a full pipe holds it
return await NeapApp.RunAsync(args, new CommandHost
{
    Out = output,
    In = Console.OpenStandardInput(),
    IsInputTerminal = !Console.IsInputRedirected,
    Error = error,
    WorkingFolder = Environment.CurrentDirectory,
    Environment = Variables(),
    Clock = TimeProvider.System,
    IsTerminal = !Console.IsErrorRedirected,
    Interrupt = interrupt.Token,
    LimitMemory = LimitMemory,
    Leave = ProcessEnd.AtOnce,
    OpenFiles = ProcessLimits.OpenFiles(),
});

// Names differ in case on some systems and not on others; of two that differ in nothing else the first counts.
static Dictionary<string, string> Variables()
{
    var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
    {
        variables.TryAdd((string)variable.Key, (string)variable.Value!);
    }

    return variables;
}

// The collector reads its limits again when it is told to.
static void LimitMemory(long bytes)
{
    AppContext.SetData("GCHeapHardLimit", (ulong)bytes);
    GC.RefreshMemoryLimit();
}

// The first signal lets the batch finish; the second one leaves at once, which is safe too.
void Interrupted(PosixSignalContext signal)
{
    if (interrupt.IsCancellationRequested)
    {
        ProcessEnd.AtOnce(ExitCodes.Interrupted);
    }

    signal.Cancel = true;
    interrupt.Cancel();
}
