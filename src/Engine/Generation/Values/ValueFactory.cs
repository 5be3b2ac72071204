using System.Globalization;

namespace Alicerce.Engine.Generation.Values;

/// <summary>
/// Valid values. The plain ones are those of the sources (S004-GEN-07, S004-GEN-08); declared rules bend them only as far as they must.
/// </summary>
internal static class ValueFactory
{
    public const string Email = "test@example.com", Password = "TestPass123!";

    /// <summary>A value that keeps all declared rules; null when none was found, which only a pattern outside the subset causes.</summary>
    public static string? Valid(ValueRules rules, Random random)
    {
        if (rules.Enum.FirstOrDefault(e => e.Length > 0) is { } option) return option;
        var plain = Plain(rules, random);
        if (rules.Pattern is { } pattern && !(PatternStrings.Matches(pattern, plain) && FitsLength(rules, plain)))
        {
            return PatternStrings.Generate(pattern, random, rules.MinLength ?? 0, rules.MaxLength ?? 10_000);
        }
        return plain;
    }

    /// <summary>A text of exactly that length which the rules' type allows; null where the length is not free.</summary>
    public static string? OfLength(ValueRules rules, int length, Random random)
    {
        if (length < 0 || rules.Enum.Count > 0) return null;
        if (rules.Pattern is { } pattern) return PatternStrings.Generate(pattern, random, length, length);
        if (rules.Type == "email") return length < 7 ? null : new string('a', length - 6) + "@ex.co";
        return rules.IsText ? Stretch(PlainText(rules), length) : null;
    }

    private static string Plain(ValueRules rules, Random random) => rules.Type switch
    {
        "email" => FitEmail(rules),
        "url" or "uri" => "https://example.com/test",
        "integer" or "int" or "long" => Number(rules, 1),
        "number" or "range" => Number(rules, 123),
        "decimal" or "float" or "double" => Number(rules, 1.5m),
        "boolean" or "bool" => "true",
        "date" => "2024-01-15",
        "time" => "10:30",
        "datetime" or "date-time" or "timestamp" => "2024-01-15T10:30:00Z",
        "datetime-local" => "2024-01-15T10:30",
        "month" => "2024-01",
        "week" => "2024-W03",
        "color" => "#336699",
        "uuid" => Uuid(random),
        "cpf" => BrazilianNumbers.Cpf(random),
        "cnpj" => BrazilianNumbers.Cnpj(random),
        "cep" => BrazilianNumbers.Cep(random),
        "phone" or "tel" => BrazilianNumbers.Phone(random),
        "creditcard" => CreditCard(random),
        "ipv4" => "192.0.2.10",
        "ipv6" => "2001:db8::10",
        "hostname" => "example.com",
        "checkbox" => "on",
        "array" or "list" => "[\"test\"]",
        "object" or "json" => "{\"test\":true}",
        "file" or "binary" => "test file",
        _ => Named(rules, random) ?? FitLength(rules, PlainText(rules)),
    };

    private static string PlainText(ValueRules rules) => rules.Type == "password" ? Password : $"test_{rules.Name}";

    /// <summary>Free text whose name says which Brazilian number it wants: any other text would be refused by most applications.</summary>
    private static string? Named(ValueRules rules, Random random)
    {
        if (rules.Pattern is not null || !rules.IsText) return null;
        var value = rules.Name.ToLowerInvariant() switch
        {
            "cpf" => BrazilianNumbers.Cpf(random),
            "cnpj" => BrazilianNumbers.Cnpj(random),
            "cep" => BrazilianNumbers.Cep(random),
            "telefone" or "celular" => BrazilianNumbers.Phone(random),
            _ => null,
        };
        return value is not null && FitsLength(rules, value) ? value : null;
    }

    private static string Number(ValueRules rules, decimal wanted)
    {
        var value = wanted;
        if (rules.Max is { } max && value > max) value = max;
        if (rules.Min is { } min && value < min) value = min;
        if (rules.IsWhole) value = rules.Min is { } low && Math.Floor(value) < low ? Math.Ceiling(value) : Math.Floor(value);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool FitsLength(ValueRules rules, string text) =>
        text.Length >= (rules.MinLength ?? 0) && text.Length <= (rules.MaxLength ?? int.MaxValue);

    private static string FitLength(ValueRules rules, string text)
    {
        if (rules.MaxLength is { } max && text.Length > max) return text[..Math.Max(0, max)];
        return rules.MinLength is { } min && text.Length < min ? Stretch(text, min) : text;
    }

    private static string FitEmail(ValueRules rules)
    {
        if (FitsLength(rules, Email)) return Email;
        var length = Math.Clamp(Email.Length, rules.MinLength ?? 0, rules.MaxLength ?? int.MaxValue);
        return length >= 7 ? new string('a', length - 6) + "@ex.co" : "a@b.co";
    }

    private static string Stretch(string text, int length) => text.Length >= length ? text[..length] : text.PadRight(length, 'x');

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A number of the range that card networks keep for tests, with its Luhn digit.</summary>
    private static string CreditCard(Random random)
    {
        var digits = $"411111{random.NextInt64(1_000_000_000):000000000}";
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            if (i % 2 == 0 && (d *= 2) > 9) d -= 9;
            sum += d;
        }
        return digits + ((10 - sum % 10) % 10);
    }
}
