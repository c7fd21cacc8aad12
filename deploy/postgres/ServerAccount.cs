namespace Masp.Postgres;

/// <summary>
/// Whom the server runs as. PostgreSQL refuses to run as root, so root hands it over to an account that owns nothing else.
/// </summary>
internal sealed class ServerAccount
{
    private const string Nobody = "65534";

    // Where things go that the account could not reach under a closed home folder such as /root.
    private const string OpenFolder = "/var/lib/masp";

    private readonly string? _setpriv = OperatingSystem.IsLinux() ? Commands.OnPath("setpriv") : null;
    private readonly string? _setsid = OperatingSystem.IsLinux() ? Commands.OnPath("setsid") : null;

    public ServerAccount()
    {
        if (IsRoot && _setpriv is null)
            throw new EmbeddedPostgresException(
                "PostgreSQL refuse de tourner en root et « setpriv » (paquet util-linux) manque : installez-le, ou lancez la commande sous un compte ordinaire.");
    }

    public bool IsRoot { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The command, as the account.</summary>
    public string[] As(params string[] command) =>
        IsRoot ? [_setpriv!, $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command] : command;

    /// <summary>
    /// The server's own command: the kernel interrupts it when its parent dies, and Ctrl-C in the terminal reaches the parent alone,
    /// which then stops it after the last request.
    /// </summary>
    public string[] AsServer(params string[] command)
    {
        if (_setpriv is null)
            return command;
        string[] guarded = IsRoot
            ? [_setpriv, "--pdeathsig=INT", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command]
            : [_setpriv, "--pdeathsig=INT", .. command];
        return _setsid is null ? guarded : [_setsid, .. guarded];
    }

    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (!IsRoot)
            return;
        var result = await Commands.RunAsync(["chown", "-R", $"{Nobody}:{Nobody}", path], null, cancellationToken);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"Le dossier {path} ne peut pas être confié au compte de PostgreSQL : {result.Output}");
    }

    public async Task<bool> CanReachAsync(string path, CancellationToken cancellationToken) =>
        !IsRoot || (await Commands.RunAsync(As("test", "-x", path), null, cancellationToken)).Succeeded;

    public static string InOpenFolder(string name)
    {
        var path = Path.Combine(OpenFolder, name);
        Directory.CreateDirectory(path);
        return path;
    }
}
