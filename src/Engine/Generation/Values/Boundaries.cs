using System.Globalization;

namespace Alicerce.Engine.Generation.Values;

/// <summary>The boundary table of <c>docs/generation.md</c> (S004-GEN-10).</summary>
internal static class Boundaries
{
    public const int VeryLong = 64 * 1024;
    public const string Unicode = "Ação Ünïcödé 日本語 🎉";

    public static IEnumerable<Boundary> Of(ValueRules rules, Random random) =>
        [.. Presence(rules), .. Lengths(rules, random), .. Sizes(rules), .. Shapes(rules), .. Oddities(rules)];

    private static IEnumerable<Boundary> Presence(ValueRules rules)
    {
        yield return new("missing", null, rules.Required ? Verdict.Rejected : Verdict.Survives);
        var breaksRule = rules.MinLength > 0 || !rules.IsText || rules.Enum.Count > 0 || (rules.Pattern is { } p && !PatternStrings.Matches(p, ""));
        var refused = rules.EmptyIsMissing ? rules.Required : breaksRule;
        if (rules.Type is not ("file" or "binary" or "checkbox")) yield return new("empty", "", refused ? Verdict.Rejected : Verdict.Survives);
    }

    private static IEnumerable<Boundary> Lengths(ValueRules rules, Random random)
    {
        if (rules.MinLength is > 1 and { } min)
        {
            if (TextOf(rules, min - 1, random) is { } tooShort) yield return new("min_length-1", tooShort, Verdict.Rejected);
            if (ValueFactory.OfLength(rules, min, random) is { } shortest) yield return new("min_length", shortest, Verdict.Accepted);
        }
        if (rules.MaxLength is > 0 and <= VeryLong and { } max)
        {
            if (ValueFactory.OfLength(rules, max, random) is { } longest) yield return new("max_length", longest, Verdict.Accepted);
            if (TextOf(rules, max + 1, random) is { } tooLong) yield return new("max_length+1", tooLong, Verdict.Rejected);
        }
    }

    /// <summary>The pattern is dropped where it leaves no text of that length: refused is refused, whichever rule does it.</summary>
    private static string? TextOf(ValueRules rules, int length, Random random) =>
        ValueFactory.OfLength(rules, length, random) ?? (rules.Enum.Count == 0 && !rules.IsNumber ? new string('x', length) : null);

    private static IEnumerable<Boundary> Sizes(ValueRules rules)
    {
        if (!rules.IsNumber) yield break;
        var step = rules.IsWhole ? 1m : 0.01m;
        if (rules.Min is { } min)
        {
            yield return new("min-1", Text(min - step), Verdict.Rejected);
            yield return new("min", Text(min), Verdict.Accepted);
        }
        if (rules.Max is { } max)
        {
            yield return new("max", Text(max), Verdict.Accepted);
            yield return new("max+1", Text(max + step), Verdict.Rejected);
        }
        if (rules.Max is null) yield return new("huge", "99999999999999999999", Verdict.Survives);
        if (rules.Min is null) yield return new("negative", "-1", Verdict.Survives);
    }

    private static IEnumerable<Boundary> Shapes(ValueRules rules)
    {
        if (rules.Enum.Count > 0)
        {
            yield return new("outside_enum", rules.IsNumber ? "987654321" : "not_an_option", Verdict.Rejected);
            yield break;
        }
        if (WrongType(rules.Type) is { } wrong) yield return new("wrong_type", wrong, Verdict.Rejected);
        if (rules.Pattern is { } pattern && PatternStrings.Violation(pattern) is { } violation) yield return new("outside_pattern", violation, Verdict.Rejected);
    }

    private static IEnumerable<Boundary> Oddities(ValueRules rules)
    {
        if (!rules.IsText || rules.Enum.Count > 0 || rules.Pattern is not null) yield break;
        var unicode = rules.MaxLength is { } max && max < Unicode.Length ? "ção"[..Math.Min(3, max)] : Unicode;
        yield return new("unicode", unicode, Verdict.Survives);
        yield return new("nul", "a\0b", Verdict.Survives);
        yield return new("very_long", new string('x', VeryLong), Verdict.Survives);
    }

    private static string? WrongType(string type) => type switch
    {
        "email" => "not-an-email",
        "url" or "uri" => "not a url",
        "boolean" or "bool" => "maybe",
        "integer" or "int" or "long" or "number" or "decimal" or "float" or "double" => "abc",
        "date" or "datetime" or "date-time" => "31/31/2024",
        "time" => "25:99",
        "uuid" => "not-a-uuid",
        "cpf" => "111.111.111-12",
        "cnpj" => "11.111.111/1111-12",
        "cep" => "abc",
        "phone" or "tel" => "abc",
        "creditcard" => "4111111111111112",
        "ipv4" => "999.1.1.1",
        "ipv6" => "zz::1",
        "object" or "array" => "not-json",
        _ => null,
    };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
