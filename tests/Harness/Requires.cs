using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Alicerce.Harness;

/// <summary>What a test needs from the machine: missing, it is skipped with that reason, or fails where everything has to be there.</summary>
public static class Requires
{
    // xunit turns an exception whose message starts so into a skipped test.
    private const string SkipToken = "$XunitDynamicSkip$";

    public static void Root() => Demand(Environment.IsPrivilegedProcess, "it has to run as root");

    public static void Program(string name) =>
        Demand((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => System.IO.File.Exists(Path.Combine(folder, name))), $"'{name}' is not installed");

    public static void File(string path) => Demand(System.IO.File.Exists(path), $"'{path}' is not there");

    /// <summary>PostgreSQL's extension pgvector, which not every machine has.</summary>
    public static async Task PgvectorAsync(CancellationToken ct) =>
        Demand(await TestCluster.HasExtensionAsync("vector", ct), "the PostgreSQL of the tests has no extension 'vector' (make setup, as root)");

    /// <summary>An address of this machine that others reach it by.</summary>
    public static IPAddress OwnAddress()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus != OperationalStatus.Down)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses, (_, unicast) => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        return own ?? throw new InvalidOperationException($"{SkipToken}it needs a network address besides loopback");
    }

    internal static void Demand(bool met, string reason)
    {
        if (met) return;
        if (Environment.GetEnvironmentVariable("ALICERCE_REQUIRE_ALL") == "1") throw new InvalidOperationException($"ALICERCE_REQUIRE_ALL is set, and {reason}.");
        throw new InvalidOperationException($"{SkipToken}{reason}");
    }
}
