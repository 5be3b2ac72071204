namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>The files of a cluster: how they come to be, and what a crash may leave in them.</summary>
internal static class ClusterFolder
{
    // The password goes through a pipe that bash opens as the cluster's user: neither a file nor a process list ever shows it.
    private const string InitDbWithPassword = """exec 3<&0; "$@" --pwfile=<(cat <&3)""";
    private static readonly TimeSpan OrphanTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The version that made the cluster, or null when there is none yet.</summary>
    public static int? MajorOf(string folder)
    {
        // As root the folder is readable to us; otherwise it is ours.
        var version = Path.Combine(folder, "PG_VERSION");
        return File.Exists(version) && int.TryParse(File.ReadAllText(version), out var major) ? major : null;
    }

    /// <summary>Where the server of this folder listens, as it says itself; null when none runs.</summary>
    public static int? PortOf(string folder)
    {
        var pidFile = Path.Combine(folder, "postmaster.pid");
        return File.Exists(pidFile) && File.ReadLines(pidFile).Skip(3).FirstOrDefault() is { } line && int.TryParse(line, out var port) ? port : null;
    }

    /// <summary>Makes the cluster beside its place and moves it there when complete, so that a kill leaves no half-made cluster.</summary>
    public static async Task CreateAsync(ClusterOptions options, CancellationToken ct)
    {
        var draft = $"{options.Folder}.new";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        string[] owner = options.Account is { Uid: { } uid, Gid: { } gid } ? ["-o", $"{uid}", "-g", $"{gid}"] : [];
        await DemandAsync(["install", "-d", "-m", "0700", .. owner, draft], null, ct);

        string[] initdb = [options.Binaries.InitDb, "-D", draft, "-U", PrivateCluster.Superuser, "-E", "UTF8", "--locale=C.UTF-8"];
        if (!options.Durable) initdb = [.. initdb, "--no-sync"];
        if (options.Password is { } password)
            await DemandAsync([.. options.Account.Prefix, "bash", "-c", InitDbWithPassword, "initdb", .. initdb, "-A", "scram-sha-256"], password.Reveal(), ct);
        else
            await DemandAsync([.. options.Account.Prefix, .. initdb, "-A", "trust"], null, ct);
        Directory.Move(draft, options.Folder);
    }

    /// <summary>
    /// Waits for a server that is still shutting down after its owner died, ends one that does not, and removes the pid file of one that is gone.
    /// The caller holds the lock of the data folder, so no living owner can exist.
    /// </summary>
    public static async Task ReleaseStalePidAsync(ClusterOptions options, CancellationToken ct)
    {
        var pidFile = Path.Combine(options.Folder, "postmaster.pid");
        if (!File.Exists(pidFile)) return;
        var firstLine = (await File.ReadAllLinesAsync(pidFile, ct)).FirstOrDefault();
        if (int.TryParse(firstLine, out var pid) && IsServerOf(options.Folder, pid))
        {
            await Tool.RunAsync(["kill", "-INT", $"{pid}"], ct);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
            deadline.CancelAfter(OrphanTimeout);
            while (IsServerOf(options.Folder, pid))
            {
                if (deadline.IsCancellationRequested)
                    throw new StartupException($"A PostgreSQL server (process {pid}) from an earlier start still uses '{options.Folder}' and does not stop. End it with: kill -QUIT {pid}");
                await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // After a crash the number may belong to a stranger by now, and PostgreSQL would refuse to start because of it.
        File.Delete(pidFile);
    }

    private static bool IsServerOf(string folder, int pid)
    {
        // A postmaster's working directory is its data folder: the same pid file seen through it tells it from any stranger with this number.
        try
        {
            return File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid") == File.ReadAllText(Path.Combine(folder, "postmaster.pid"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task DemandAsync(IReadOnlyList<string> command, string? input, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(command, ct, input: input);
        if (outcome.ExitCode != 0) throw new StartupException($"The database folder could not be made: {outcome.Errors.Trim()}");
    }
}
