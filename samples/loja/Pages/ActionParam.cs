using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Loja.Pages;

/// <summary>A <c>q:param</c> of an action, with exactly the rules that a Quantum server enforces.</summary>
internal sealed partial record ActionParam(string Name, string Type = "string", bool Required = false)
{
    public int MinLength { get; init; }
    public int MaxLength { get; init; } = int.MaxValue;
    public string[] Enum { get; init; } = [];
    public Regex? Pattern { get; init; }

    /// <summary>The fault or bug that turns the param's rules off, if it is active.</summary>
    public Func<Faults, bool> Unchecked { get; init; } = static _ => false;

    /// <summary>Why a Quantum server refuses the value, or null when it takes it. Absent and empty are the same to a form.</summary>
    public string? Refuse(string? value)
    {
        if (string.IsNullOrEmpty(value)) return Required ? $"Parameter '{Name}' is required" : null;
        var length = value.EnumerateRunes().Count();
        if (!HasType(value)) return $"Parameter '{Name}' must be a valid {Type}";
        if (length < MinLength) return $"Parameter '{Name}' must be at least {MinLength} characters";
        if (length > MaxLength) return $"Parameter '{Name}' must be at most {MaxLength} characters";
        if (Enum.Length > 0 && !Enum.Contains(value)) return $"Parameter '{Name}' must be one of: {string.Join(", ", Enum)}";
        return Pattern is not null && !Pattern.IsMatch(value) ? $"Parameter '{Name}' does not match the required pattern" : null;
    }

    // number, date and the like pass as text: declared, not enforced.
    private bool HasType(string value) => Type switch
    {
        "email" => Email().IsMatch(value),
        "url" => value.StartsWith("http://", StringComparison.Ordinal) || value.StartsWith("https://", StringComparison.Ordinal),
        "integer" => BigInteger.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        "decimal" or "float" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => value.ToLowerInvariant() is "true" or "1" or "yes" or "on" or "false" or "0" or "no" or "off",
        _ => true,
    };

    /// <summary>Text, an at sign, text with a dot in it; no spaces.</summary>
    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s.]+\z", RegexOptions.NonBacktracking)]
    public static partial Regex Email();
}
