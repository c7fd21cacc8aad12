namespace Masp.Postgres;

/// <summary>A lock the kernel gives back when its holder dies, however it dies.</summary>
internal static class FolderLock
{
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            await pace.WaitForNextTickAsync(cancellationToken);
        }
    }
}
