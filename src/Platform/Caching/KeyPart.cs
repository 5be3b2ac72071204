using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Platform.Caching;

/// <summary>
/// One part of a Redis key. Parts are joined with colons, so a part holds none of its own: different parts always make different keys
/// (T001-57), and a long one becomes its hash.
/// </summary>
internal static class KeyPart
{
    private const int Longest = 100;
    private static readonly SearchValues<char> s_special = SearchValues.Create(":% \t\r\n\0");

    /// <exception cref="ArgumentException">The value has no one form as text, such as a list or an object.</exception>
    public static string Of(object? value)
    {
        // No escape begins so: an escape is a per cent sign and two digits.
        if (value is null) return "%null";
        var text = TextOf(value);
        if (text.Length > Longest) return $"%hash{Hash([text])}";
        return text.AsSpan().ContainsAny(s_special) ? Escaped(text) : text;
    }

    /// <summary>A hash of all values: their types, lengths and order count.</summary>
    public static string Hash(ReadOnlySpan<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in values)
        {
            var text = value is null ? "" : TextOf(value);
            hash.AppendData(Encoding.UTF8.GetBytes($"{value?.GetType().Name ?? "null"}:{text.Length}:{text};"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string TextOf(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime or DateTimeOffset or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        Enum or IFormattable when value is Enum || value.GetType().IsPrimitive || value is decimal or Guid or TimeSpan or Int128 or UInt128 =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        char letter => letter.ToString(),
        _ => throw new ArgumentException($"A key is made of texts, numbers, dates and the like; {value.GetType().Name} is none of them: name its parts one by one.", nameof(value)),
    };

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (s_special.Contains(letter)) escaped.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
