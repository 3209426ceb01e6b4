namespace Neap.Vectors.Sqlite;

/// <summary>A file that one process at a time holds open. The system lets go of it when the process ends.</summary>
public static class LockFile
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Holds the file until the answer is disposed of; it is made where it is missing, and stays.</summary>
    /// <exception cref="IOException">Somebody else holds it (<see cref="IsHeld"/>), or it cannot be made.</exception>
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = System.IO.FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>True where the file could not be opened because somebody else holds it.</summary>
    public static bool IsHeld(IOException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation;
    }
}
