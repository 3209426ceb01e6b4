using System.Collections;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Benchmarks.Measuring;

/// <summary>Runs a process and measures it.</summary>
internal static unsafe class Meter
{
    private const int ReadBytes = 1 << 20;

    /// <summary>Runs it to its end.</summary>
    public static Sample Measure(Launch launch)
    {
        using var memory = new PeakMemory();
        var ends = stackalloc int[2] { -1, -1 };
        if (launch.Output is null && Libc.Pipe(ends, Libc.CloseOnExec) != 0)
        {
            throw new BenchmarkException("There is no pipe to be had.");
        }

        var clock = Stopwatch.StartNew();
        var processId = Start(launch, ends[1]);
        memory.Watch(processId);
        if (launch.Output is null)
        {
            _ = Libc.Close(ends[1]);
            Drain(ends[0]);
        }

        if (Libc.Wait(processId, out var status, 0, out var usage) != processId)
        {
            throw new BenchmarkException($"{launch.Program} was lost.");
        }

        var wall = clock.Elapsed;
        var exitCode = (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
        memory.Stop();
        return new Sample(wall, usage.Cpu, memory.Own, memory.Child, exitCode);
    }

    private static int Start(Launch launch, int pipe)
    {
        var actions = stackalloc byte[Libc.FileActionsBytes];
        _ = Libc.InitActions(actions);
        using var texts = new CTexts([launch.Program, .. launch.Arguments]);
        using var variables = new CTexts(
            [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(pair => $"{pair.Key}={pair.Value}")]);
        using var files = new CTexts([launch.Input, launch.Output ?? "/dev/null", "/dev/null"]);
        _ = Libc.AddOpen(actions, 0, files[0], 0, 0);
        _ = pipe >= 0 ? Libc.AddDuplicate(actions, pipe, 1) : Libc.AddOpen(actions, 1, files[1], Libc.WriteOnly, 0);
        _ = Libc.AddOpen(actions, 2, files[2], Libc.WriteOnly, 0);
        var code = Libc.Spawn(out var processId, texts[0], actions, null, texts.Pointer, variables.Pointer);
        _ = Libc.DestroyActions(actions);
        return code == 0 ? processId : throw new BenchmarkException($"{launch.Program} cannot be started (error {code}).");
    }

    private static void Drain(int descriptor)
    {
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        using var pipe = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var buffer = new byte[ReadBytes];
        while (pipe.Read(buffer) > 0)
        {
        }
    }
}
