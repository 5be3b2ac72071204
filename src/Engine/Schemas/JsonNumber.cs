using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Alicerce.Engine.Schemas;

/// <summary>
/// A JSON number without rounding: mantissa × 10^exponent, the mantissa without trailing zeros. Comparing and dividing never write out
/// a large power, so <c>1e999999999</c> costs no more than <c>1</c>.
/// </summary>
internal readonly record struct JsonNumber
{
    // Big integers are parsed in more than linear time; digits beyond these cannot matter to a rule that a person wrote.
    private const int MostDigits = 1000;

    private JsonNumber(BigInteger mantissa, long exponent)
    {
        while (!mantissa.IsZero && mantissa.IsEven && BigInteger.Remainder(mantissa, 10).IsZero)
        {
            mantissa /= 10;
            exponent++;
        }
        Mantissa = mantissa;
        Exponent = mantissa.IsZero ? 0 : exponent;
    }

    public BigInteger Mantissa { get; }
    public long Exponent { get; }
    public bool IsInteger => Exponent >= 0;

    public static JsonNumber Of(JsonElement number) =>
        number.TryGetInt64(out var small) ? new JsonNumber(small, 0) : Parse(number.GetRawText());

    public static JsonNumber Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? 0 : Exponential(text.AsSpan(mark + 1));
        var point = digits.IndexOf('.');
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }
        if (digits.Length > MostDigits)
        {
            exponent += digits.Length - MostDigits;
            digits = digits[..MostDigits];
        }
        return new JsonNumber(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    private static long Exponential(ReadOnlySpan<char> text)
    {
        const long beyondAll = 1_000_000_000_000;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return Math.Clamp(exponent, -beyondAll, beyondAll);
        return text[0] == '-' ? -beyondAll : beyondAll;
    }

    public int Against(JsonNumber other)
    {
        if (Mantissa.Sign != other.Mantissa.Sign || Mantissa.IsZero)
            return Mantissa.Sign.CompareTo(other.Mantissa.Sign);
        var (digits, others) = (Digits(Mantissa), Digits(other.Mantissa));
        var magnitude = (digits + Exponent).CompareTo(others + other.Exponent);
        if (magnitude != 0)
            return Mantissa.Sign * magnitude;
        // Of one magnitude, the exponents differ by no more than the digits do.
        return Exponent >= other.Exponent
            ? (Mantissa * BigInteger.Pow(10, (int)(Exponent - other.Exponent))).CompareTo(other.Mantissa)
            : Mantissa.CompareTo(other.Mantissa * BigInteger.Pow(10, (int)(other.Exponent - Exponent)));
    }

    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (Mantissa.IsZero)
            return true;
        var shift = Exponent - divisor.Exponent;
        if (shift >= 0)
            return (Mantissa * BigInteger.ModPow(10, shift, divisor.Mantissa) % divisor.Mantissa).IsZero;
        // A mantissa has no trailing zero, so it cannot hold the tens that the divisor has more.
        return false;
    }

    private static long Digits(BigInteger mantissa)
    {
        var positive = BigInteger.Abs(mantissa);
        var guess = (long)Math.Floor(BigInteger.Log10(positive));
        if (positive >= BigInteger.Pow(10, (int)guess + 1))
            guess++;
        else if (guess > 0 && positive < BigInteger.Pow(10, (int)guess))
            guess--;
        return guess + 1;
    }
}
