using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Keys;

namespace Alicerce.Platform.Audit;

/// <summary>
/// What makes the rows of the audit log provable: a code over each row by its writer, so that nobody without the key adds one, and a seal over
/// each row and the seal before it, so that nobody takes one away or changes their order.
/// </summary>
public sealed class AuditKey
{
    private readonly byte[] _writing;
    private readonly byte[] _sealing;

    private AuditKey(string id, byte[] key)
    {
        (Id, Bytes) = (id, key);
        _writing = HMACSHA256.HashData(key, "row"u8);
        _sealing = HMACSHA256.HashData(key, "seal"u8);
    }

    /// <summary>Before the first row.</summary>
    public static byte[] Beginning => new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>Of the master key that it comes from.</summary>
    public string Id { get; }

    internal byte[] Bytes { get; }

    public static AuditKey Of(MasterKey master) => new(master.Id, master.Derive("audit log"));

    internal static AuditKey FromBytes(string id, byte[] key) => new(id, key);

    internal byte[] MacOf(AuditRecord row)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _writing);
        mac.AppendData(row.EventId.ToByteArray(bigEndian: true));
        foreach (var field in new[]
        {
            row.Actor.Name, row.Actor.Via, row.Action, row.Subject.Type, row.Subject.Id, row.Subject.ProjectId?.ToString(CultureInfo.InvariantCulture),
            row.RequestId, row.Ip, row.Details, row.Outcome, row.KeyId,
        }) Append(mac, field);
        return mac.GetHashAndReset();
    }

    internal byte[] SealOf(AuditRecord row, long number, ReadOnlySpan<byte> before)
    {
        using var seal = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _sealing);
        seal.AppendData(before);
        Append(seal, number);
        Append(seal, row.Id);
        Append(seal, row.At.UtcTicks);
        seal.AppendData(row.Mac);
        return seal.GetHashAndReset();
    }

    internal bool IsOwn(AuditRecord row) => row.KeyId == Id && CryptographicOperations.FixedTimeEquals(MacOf(row), row.Mac);

    // The length goes before each text, so that no two rows make the same bytes.
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Append(hash, text is null ? -1L : bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
