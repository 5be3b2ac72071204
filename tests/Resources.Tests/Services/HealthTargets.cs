using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Services;

/// <summary>Services that are well or not, byte by byte.</summary>
internal static class HealthTargets
{
    public static Misbehaving Http(int status = 200) => Misbehaving.Saying($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n");

    /// <summary>The answer of a gRPC health service: SETTINGS, HEADERS, one DATA frame with the status, and trailers.</summary>
    public static Misbehaving Grpc(byte status) => new(async (stream, ct) =>
    {
        await stream.ReadExactlyAsync(new byte[60], ct);
        byte[] trailer = [0x00, 11, .. "grpc-status"u8, 1, (byte)'0'];
        await stream.WriteAsync(
            (byte[])
            [
                0, 0, 0, 4, 0, 0, 0, 0, 0,
                0, 0, 20, 1, 4, 0, 0, 0, 1, 0x88, 0x0F, 0x10, 16, .. "application/grpc"u8,
                0, 0, 7, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 8, status,
                0, 0, (byte)trailer.Length, 1, 5, 0, 0, 0, 1, .. trailer,
            ],
            ct);
        await Task.Delay(Timeout.Infinite, ct);
    });

    /// <summary>A port where nothing listens.</summary>
    public static async Task<int> ClosedPortAsync()
    {
        await using var closed = Misbehaving.Silent();
        return closed.Port;
    }
}
