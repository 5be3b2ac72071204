using System.Text;

namespace Alicerce.Harness.Fuzzing;

/// <summary>
/// Makes inputs for parsers: half noise (random bytes, or a soup of the grammar's own tokens), half mutations of real files, by slices
/// of bytes and by tokens. The same seed gives the same input, so a failure is reproduced by its number.
/// </summary>
public sealed class Mutator
{
    private const int MaxLength = 64 * 1024;

    private readonly byte[][] _corpus;
    private readonly byte[][] _tokens;

    /// <param name="corpus">Real files; at least one.</param>
    /// <param name="tokens">Pieces that mean something to the grammar, such as <c>&lt;q:action</c> or <c>$ref</c>; at least one.</param>
    public Mutator(IEnumerable<byte[]> corpus, IEnumerable<string> tokens)
    {
        _corpus = [.. corpus];
        _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];
        if (_corpus.Length == 0 || _tokens.Length == 0) throw new ArgumentException("A mutator needs files and tokens to work with.", nameof(corpus));
    }

    /// <summary>The input of that seed, at most 64 KiB.</summary>
    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        byte[] made = random.Next(4) switch
        {
            0 => Noise(random),
            1 => Soup(random),
            _ => Mutate(random),
        };
        return made.Length <= MaxLength ? made : made[..MaxLength];
    }

    private static byte[] Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(2048)];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Soup(Random random)
    {
        var soup = new List<byte>();
        for (int left = random.Next(400); left > 0; left--)
        {
            soup.AddRange(Pick(random, _tokens));
            if (random.Next(8) == 0) soup.Add((byte)random.Next(256));
        }
        return [.. soup];
    }

    private byte[] Mutate(Random random)
    {
        List<byte> bytes = [.. Pick(random, _corpus)];
        for (int left = 1 + random.Next(8); left > 0; left--) Step(random, bytes);
        return [.. bytes];
    }

    private void Step(Random random, List<byte> bytes)
    {
        (int start, int length) = Slice(random, bytes.Count);
        switch (random.Next(7))
        {
            case 0: bytes.RemoveRange(start, length); break;
            case 1: bytes.InsertRange(start, bytes.GetRange(start, length)); break;
            case 2: bytes.InsertRange(start, Pick(random, _tokens)); break;
            case 3: Swap(random, bytes, start, length); break;
            case 4: Splice(random, bytes, start); break;
            case 5: ReplaceToken(random, bytes); break;
            default:
                if (bytes.Count > 0) bytes[Math.Min(start, bytes.Count - 1)] = (byte)random.Next(256);
                break;
        }
    }

    private static void Swap(Random random, List<byte> bytes, int start, int length)
    {
        List<byte> cut = bytes.GetRange(start, length);
        bytes.RemoveRange(start, length);
        bytes.InsertRange(random.Next(bytes.Count + 1), cut);
    }

    private void Splice(Random random, List<byte> bytes, int start)
    {
        byte[] other = Pick(random, _corpus);
        (int from, int length) = Slice(random, other.Length);
        bytes.InsertRange(start, other[from..(from + length)]);
    }

    /// <summary>Finds a token of the grammar in the file and puts another in its place.</summary>
    private void ReplaceToken(Random random, List<byte> bytes)
    {
        byte[] token = Pick(random, _tokens);
        int at = bytes.ToArray().AsSpan().IndexOf(token);
        if (at < 0 || token.Length == 0) return;
        bytes.RemoveRange(at, token.Length);
        bytes.InsertRange(at, Pick(random, _tokens));
    }

    private static (int Start, int Length) Slice(Random random, int count)
    {
        int start = random.Next(count + 1);
        return (start, random.Next(Math.Min(256, count - start) + 1));
    }

    private static byte[] Pick(Random random, byte[][] from) => from[random.Next(from.Length)];
}
