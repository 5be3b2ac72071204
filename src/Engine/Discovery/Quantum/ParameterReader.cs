namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads <c>q:param</c> of components, actions and functions, and the parameters that only a <c>q:validate</c> names.</summary>
internal static class ParameterReader
{
    public static IReadOnlyList<Parameter> ReadAll(QuantumElement parent)
    {
        var read = new List<Parameter>();
        foreach (QuantumElement child in parent.Children)
        {
            if (child.Tag == "param" && QuantumValues.Text(child["name"]) is { } name) read.Add(Read(child, name));
        }
        foreach (QuantumElement child in parent.Children)
        {
            if (child.Tag != "validate" || QuantumValues.Text(child["field"]) is not { } field) continue;
            if (!read.Exists(p => p.Name == field)) read.Add(ReadValidation(child, field));
        }
        return read;
    }

    /// <summary>The runtime checks only these types; the others pass through as text.</summary>
    public static bool IsChecked(string type) => type is "string" or "email" or "url" or "integer" or "decimal" or "float" or "boolean";

    public static bool IsNumeric(string type) => type is "integer" or "decimal" or "float";

    public static bool HasBounds(QuantumElement element) => element.Has("min") || element.Has("max") || element.Has("range");

    public static bool HasCamelCaseLength(QuantumElement element) => element.Has("minLength") || element.Has("maxLength");

    private static Parameter Read(QuantumElement element, string name)
    {
        string type = QuantumValues.Text(element["type"])?.ToLowerInvariant() ?? "string";
        (decimal? low, decimal? high) = Range(element["range"]);
        return new Parameter
        {
            Name = name,
            Type = type,
            Required = QuantumValues.IsTrue(element["required"]),
            Default = element["default"],
            Source = QuantumValues.Text(element["source"])?.ToLowerInvariant() ?? "auto",
            Pattern = element["pattern"],
            Min = QuantumValues.Number(element["min"]) ?? low,
            Max = QuantumValues.Number(element["max"]) ?? high,
            MinLength = QuantumValues.Count(element["minlength"] ?? element["minLength"]),
            MaxLength = QuantumValues.Count(element["maxlength"] ?? element["maxLength"]),
            Enum = QuantumValues.List(element["enum"]),
            Validate = QuantumValues.Text(element["validate"] ?? element["validation"]),
            Enforced = IsEnforced(element, type),
            Location = element.Location,
        };
    }

    private static bool IsEnforced(QuantumElement element, string type) =>
        IsChecked(type) && !(HasBounds(element) && IsNumeric(type)) && !HasCamelCaseLength(element) && !element.Has("validate") && !element.Has("validation");

    private static Parameter ReadValidation(QuantumElement element, string field) => new()
    {
        Name = field,
        Required = QuantumValues.IsTrue(element["required"]) || element["rule"] == "required",
        MinLength = QuantumValues.Count(element["minlength"] ?? element["minLength"]),
        MaxLength = QuantumValues.Count(element["maxlength"] ?? element["maxLength"]),
        Pattern = element["pattern"],
        Validate = element["rule"] is { } rule and not "required" ? QuantumValues.Text(rule) : null,
        Enforced = false,
        Location = element.Location,
    };

    /// <summary>Written <c>0..100</c>; either side may be missing.</summary>
    private static (decimal? Low, decimal? High) Range(string? range)
    {
        int dots = range?.IndexOf("..", StringComparison.Ordinal) ?? -1;
        return dots < 0 ? (null, null) : (QuantumValues.Number(range![..dots]), QuantumValues.Number(range[(dots + 2)..]));
    }
}
