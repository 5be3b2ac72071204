using System.Globalization;

namespace Alicerce.Modules.Resources.Ports.Local;

/// <summary>A process of the server's machine.</summary>
/// <param name="Name">Of its program.</param>
internal sealed record LocalProcess(int Pid, string Name);

/// <summary>
/// Which process listens where, read from <c>/proc</c> of Linux as far as the server's account may: elsewhere, and for processes of others, nothing is
/// known. The work is bounded, so that a machine with very many processes costs no more than <see cref="Patience"/>.
/// </summary>
internal sealed class SocketOwners(TimeProvider clock)
{
    private const string Listen = "0A";
    private const string SocketLink = "socket:[";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The process that listens on each of these ports, as far as the system tells.</summary>
    public IReadOnlyDictionary<int, LocalProcess> Find(IReadOnlyCollection<int> ports)
    {
        var sockets = SocketsOf(ports.ToHashSet());
        var found = new Dictionary<int, LocalProcess>();
        if (sockets.Count == 0) return found;
        var start = clock.GetTimestamp();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (found.Count == ports.Count || clock.GetElapsedTime(start) > Patience) break;
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) continue;
            foreach (var port in PortsOf(folder, sockets)) found.TryAdd(port, new LocalProcess(pid, NameOf(folder)));
        }

        return found;
    }

    /// <summary>Ports by the number of the socket that listens on them.</summary>
    private static Dictionary<string, int> SocketsOf(HashSet<int> ports)
    {
        var sockets = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in new[] { "/proc/net/tcp", "/proc/net/tcp6" })
        {
            foreach (var line in LinesOf(table))
            {
                // "sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode"; the port follows the colon, in hexadecimal.
                var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (columns.Length < 10 || columns[3] != Listen) continue;
                if (int.TryParse(columns[1].AsSpan(columns[1].LastIndexOf(':') + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var port) && ports.Contains(port))
                    sockets[$"{SocketLink}{columns[9]}]"] = port;
            }
        }

        return sockets;
    }

    private static string[] LinesOf(string table)
    {
        try
        {
            return File.Exists(table) ? File.ReadAllLines(table) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // A hardened system: then nobody is named.
        }
    }

    private static List<int> PortsOf(string folder, Dictionary<string, int> sockets)
    {
        var ports = new List<int>();
        try
        {
            foreach (var handle in Directory.EnumerateFileSystemEntries(Path.Combine(folder, "fd")))
            {
                if (new FileInfo(handle).LinkTarget is { } target && sockets.TryGetValue(target, out var port)) ports.Add(port);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another account's process, or one that has just ended.
        }

        return ports;
    }

    private static string NameOf(string folder)
    {
        try
        {
            return new string([.. File.ReadAllText(Path.Combine(folder, "comm")).Where(c => !char.IsControl(c)).Take(64)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
