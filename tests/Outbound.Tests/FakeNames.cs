using System.Net;

namespace Alicerce.Outbound.Tests;

/// <summary>A name service that answers the same addresses for every name.</summary>
internal static class FakeNames
{
    public static ConnectGuardOptions Answering(params string[] addresses) =>
        new() { Resolve = (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()) };
}
