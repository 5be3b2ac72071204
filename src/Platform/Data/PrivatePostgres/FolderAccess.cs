namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>Checks, before anything is started, that the cluster's user can walk to its folder and run the binaries.</summary>
internal static class FolderAccess
{
    // Every parent from "/" downwards, so that the first name printed is the one to mend.
    private const string FirstClosedFolder = """for folder; do [ -x "$folder" ] || { printf %s "$folder"; exit 1; }; done""";

    public static async Task DemandTraversalAsync(string folder, ClusterAccount account, string purpose, CancellationToken ct)
    {
        var check = await Tool.RunAsync([.. account.Prefix, "bash", "-c", FirstClosedFolder, "check", .. ParentsOf(folder)], ct);
        if (check.ExitCode == 0) return;
        var closed = check.Output.Length > 0 ? check.Output : folder;
        throw new StartupException(
            $"PostgreSQL runs as {account} and cannot enter '{closed}', which is on the way to {purpose} '{folder}'. "
            + $"Let it pass with: chmod o+x '{closed}' — or set ALICERCE_DATA to a folder that others may walk through, such as /var/lib/alicerce.");
    }

    private static Stack<string> ParentsOf(string folder)
    {
        var chain = new Stack<string>();
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent) chain.Push(current.FullName);
        return chain;
    }
}
