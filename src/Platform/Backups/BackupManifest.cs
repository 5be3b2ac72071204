using System.Buffers.Binary;
using System.Text.Json;

namespace Alicerce.Platform.Backups;

/// <summary>What a backup says of itself, encrypted like all of it.</summary>
/// <param name="MasterKey">Base64: here it is wrapped to the recovery key, and nowhere else (D9).</param>
/// <param name="AuditNumber">The last sealed row when the backup began.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, string Version, int PostgresMajor, string MasterKey, long AuditNumber, string AuditSeal)
{
    public const int ThisFormat = 1;

    // A name of a member says what it holds, and a log prints members.
    public override string ToString() => $"backup of {CreatedAt:u}, version {Version}";

    /// <summary>One whole chunk.</summary>
    public byte[] ToChunk()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this);
        var chunk = new byte[BackupCipher.ChunkLength];
        BinaryPrimitives.WriteInt32BigEndian(chunk, json.Length);
        json.CopyTo(chunk, sizeof(int));
        return chunk;
    }
}
