using System.Text.RegularExpressions;

namespace Loja.Api;

/// <summary>Formats that the API document declares as patterns; the whole value must match.</summary>
internal static partial class Formats
{
    [GeneratedRegex(@"\A[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}\z", RegexOptions.NonBacktracking)]
    public static partial Regex Cpf();

    [GeneratedRegex(@"\A[0-9]{5}-[0-9]{3}\z", RegexOptions.NonBacktracking)]
    public static partial Regex Cep();

    [GeneratedRegex(@"\A\([0-9]{2}\) [0-9]{4,5}-[0-9]{4}\z", RegexOptions.NonBacktracking)]
    public static partial Regex Phone();

    [GeneratedRegex(@"\A[A-Z]{3}-[0-9]{4}\z", RegexOptions.NonBacktracking)]
    public static partial Regex Sku();
}

/// <summary>The Brazilian taxpayer number, written <c>000.000.000-00</c>.</summary>
internal static class Cpf
{
    /// <summary>Eleven digits, not all the same, whose last two are the check digits of the others.</summary>
    public static bool IsValid(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        return digits.Length == 11 && digits.Distinct().Count() > 1 && digits[9] == Check(digits, 9) && digits[10] == Check(digits, 10);
    }

    private static int Check(int[] digits, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++) sum += digits[i] * (count + 1 - i);
        return sum * 10 % 11 % 10;
    }
}
