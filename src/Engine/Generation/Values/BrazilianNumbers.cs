namespace Alicerce.Engine.Generation.Values;

/// <summary>Brazilian identifiers that pass the checks of real systems: the check digits are right.</summary>
internal static class BrazilianNumbers
{
    private static readonly int[] CnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly int[] AreaCodes = [11, 21, 31, 41, 51, 61, 71, 81, 85, 92];

    /// <summary>A person's number as <c>000.000.000-00</c>.</summary>
    public static string Cpf(Random random)
    {
        var d = Digits(random, 9, 11);
        for (var n = 9; n < 11; n++)
        {
            var sum = 0;
            for (var i = 0; i < n; i++) sum += d[i] * (n + 1 - i);
            d[n] = sum * 10 % 11 % 10;
        }
        var s = string.Concat(d);
        return $"{s[..3]}.{s[3..6]}.{s[6..9]}-{s[9..]}";
    }

    /// <summary>A company's number as <c>00.000.000/0001-00</c>.</summary>
    public static string Cnpj(Random random)
    {
        var d = Digits(random, 8, 14);
        (d[8], d[9], d[10], d[11]) = (0, 0, 0, 1);
        for (var n = 12; n < 14; n++)
        {
            var sum = 0;
            for (var i = 0; i < n; i++) sum += d[i] * CnpjWeights[i + 13 - n];
            var rest = sum % 11;
            d[n] = rest < 2 ? 0 : 11 - rest;
        }
        var s = string.Concat(d);
        return $"{s[..2]}.{s[2..5]}.{s[5..8]}/{s[8..12]}-{s[12..]}";
    }

    /// <summary>A postal code as <c>00000-000</c>, inside São Paulo's range.</summary>
    public static string Cep(Random random) => $"{random.Next(1000, 5999):00000}-{random.Next(1000):000}";

    /// <summary>A mobile phone as <c>(dd) 9dddd-dddd</c>, or <c>(dd) dddd-dddd</c> where only the short form is taken.</summary>
    public static string Phone(Random random, bool mobile = false)
    {
        var area = AreaCodes[random.Next(AreaCodes.Length)];
        return mobile ? $"({area}) 9{random.Next(10000):0000}-{random.Next(10000):0000}" : $"({area}) {random.Next(2000, 5999):0000}-{random.Next(10000):0000}";
    }

    /// <summary>The first <paramref name="count"/> digits at random, never all equal: such numbers pass the sum but are refused.</summary>
    private static int[] Digits(Random random, int count, int length)
    {
        var digits = new int[length];
        for (var i = 0; i < count; i++) digits[i] = random.Next(10);
        if (digits.AsSpan(0, count).IndexOfAnyExcept(digits[0]) < 0) digits[count - 1] = (digits[0] + 1) % 10;
        return digits;
    }
}
