using System.Diagnostics;

namespace Neap.Vectors.Sqlite;

/// <summary>Whether a process that a run belongs to is still there.</summary>
internal static class Processes
{
    public static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
