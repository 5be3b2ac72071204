using System.Globalization;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>How the language writes values in attributes.</summary>
internal static class QuantumValues
{
    public static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Flags of a component are also true as <c>1</c> and <c>yes</c>.</summary>
    public static bool IsFlag(string? value) => IsTrue(value) || value == "1" || string.Equals(value, "yes", StringComparison.OrdinalIgnoreCase);

    public static decimal? Number(string? value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static int? Count(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    public static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    public static IReadOnlyList<string> List(string? value) =>
        value is null ? [] : value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string Method(string? value, string otherwise) => Text(value)?.ToUpperInvariant() ?? otherwise;
}
