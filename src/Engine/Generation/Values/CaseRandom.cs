using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Engine.Generation.Values;

/// <summary>Random numbers that depend on the suite's seed and the case's key only: neither on other cases nor on their order.</summary>
internal static class CaseRandom
{
    public static Random For(int seed, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{key}"), hash);
        return new Random(BinaryPrimitives.ReadInt32LittleEndian(hash));
    }
}
