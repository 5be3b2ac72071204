using System.Globalization;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>
/// Whom the cluster runs as. PostgreSQL refuses root, so as root it is the user <c>postgres</c>, else a numeric uid that nobody has.
/// </summary>
/// <param name="Uid">Null when the process is not root: then the cluster runs as we do.</param>
public sealed record ClusterAccount(uint? Uid, uint? Gid)
{
    private const uint FirstUnusedCandidate = 54_320;

    /// <summary>The command that a process of the cluster is started through; empty when no change of user is needed.</summary>
    public IReadOnlyList<string> Prefix =>
        Uid is { } uid && Gid is { } gid
            ? ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--no-new-privs", "--"]
            : [];

    public override string ToString() => Uid is { } uid ? $"uid {uid}" : "the current user";

    /// <param name="clusterFolder">When it exists its owner is kept, because the files belong to that uid.</param>
    public static async Task<ClusterAccount> ChooseAsync(string clusterFolder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess) return new ClusterAccount(null, null);
        if (Directory.Exists(clusterFolder)) return await OwnerOfAsync(clusterFolder, ct);

        var users = await File.ReadAllLinesAsync("/etc/passwd", ct);
        var taken = new HashSet<uint>();
        foreach (var user in users.Select(line => line.Split(':')).Where(fields => fields.Length > 3))
        {
            if (!uint.TryParse(user[2], out var uid) || !uint.TryParse(user[3], out var gid)) continue;
            if (user[0] == "postgres") return new ClusterAccount(uid, gid);
            taken.Add(uid);
            taken.Add(gid);
        }

        var unused = FirstUnusedCandidate;
        while (taken.Contains(unused)) unused++;
        return new ClusterAccount(unused, unused);
    }

    private static async Task<ClusterAccount> OwnerOfAsync(string folder, CancellationToken ct)
    {
        var ids = await Tool.RunAsync(["stat", "-c", "%u %g", folder], ct);
        var parts = ids.Output.Trim().Split(' ');
        var uid = uint.Parse(parts[0], CultureInfo.InvariantCulture);
        if (uid == 0)
            throw new StartupException($"The cluster folder '{folder}' belongs to root, and PostgreSQL never runs as root. Give it back to its user: chown -R postgres: '{folder}'.");
        return new ClusterAccount(uid, uint.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
