using Alicerce.Outbound.Probes;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Outbound.Tests.Probes;

public sealed class GrpcHealthMessageTests
{
    [Theory]
    [InlineData("00 00000000", 0)]
    [InlineData("00 00000002 0801", 1)]
    [InlineData("00 00000003 088001", 128)]
    [InlineData("00 00000004 08020801", 1)]
    [InlineData("00 00000006 1202FFFF 0802", 2)]
    [InlineData("00 0000000D 110000000000000000 1D00000000", null)]
    [InlineData("00 0000000E 110000000000000000 1D00000000", 0)]
    [InlineData("01 00000002 0801", null)]
    [InlineData("00 00000003 0801", null)]
    [InlineData("00 00000001 0801", null)]
    [InlineData("00 00000001 08", null)]
    [InlineData("00 00000002 0001", null)]
    [InlineData("00 00000002 0F01", null)]
    [InlineData("00 00000002 12FF", null)]
    [InlineData("00 0000000B 08FFFFFFFFFFFFFFFFFFFF", null)]
    [InlineData("", null)]
    public void An_answer_is_read_as_protobuf_or_not_at_all(string hex, int? status) =>
        GrpcHealthMessage.StatusOf(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).ShouldBe(status);

    [Fact]
    public void No_bytes_make_the_reader_fail() => Prop.ForAll<byte[]>(bytes =>
    {
        byte[] framed = [0, 0, 0, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
        _ = GrpcHealthMessage.StatusOf(bytes);
        return GrpcHealthMessage.StatusOf(framed) is null or >= 0;
    }).QuickCheckThrowOnFailure();
}
