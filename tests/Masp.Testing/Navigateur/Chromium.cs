using Masp.Postgres;

namespace Masp.Testing.Navigateur;

/// <summary>The Chromium that browser tests drive: found on the machine, or installed where that can be done without asking anybody.</summary>
public static class Chromium
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chromium.exe", "chrome.exe"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly Lazy<Task<string>> Found = new(LocateAsync);

    /// <summary>No window, no sandbox (root has none), no traffic but the page's own.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <returns>The path of the executable: <c>CHROME_PATH</c> first, then the usual names; as root on Debian, installed by apt.</returns>
    /// <exception cref="InvalidOperationException">There is none, and none can be installed: a browser test fails, it is never skipped.</exception>
    public static Task<string> PathAsync() => Found.Value;

    private static async Task<string> LocateAsync()
    {
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } given)
            return File.Exists(given) ? given : throw new InvalidOperationException($"CHROME_PATH names {given}, which does not exist.");
        return Present() ?? await InstallAsync();
    }

    private static string? Present() => Names.Select(Commands.OnPath).FirstOrDefault(path => path is not null) ?? Places.FirstOrDefault(File.Exists);

    private static async Task<string> InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Commands.OnPath("apt-get") is not { } apt)
            throw new InvalidOperationException("No Chromium: install it (Debian: apt-get install chromium), or set CHROME_PATH to its executable.");

        await RunAsync(apt, "update", "-q");
        await RunAsync(apt, "install", "-q", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", "chromium");
        return Present() ?? throw new InvalidOperationException("apt-get installed chromium, yet no executable of that name is on the PATH.");
    }

    private static async Task RunAsync(params string[] command)
    {
        var result = await Commands.RunAsync(["env", "DEBIAN_FRONTEND=noninteractive", .. command], null);
        if (!result.Succeeded)
            throw new InvalidOperationException($"No Chromium, and « {string.Join(' ', command)} » failed: {result.Output}");
    }
}
