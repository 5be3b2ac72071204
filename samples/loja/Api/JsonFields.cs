using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Loja.Api;

/// <summary>
/// Reads the fields of one JSON object against what the API document declares. All errors are collected; a value that was refused
/// reads as a harmless default, so callers look at <see cref="Errors"/> once, at the end.
/// </summary>
internal sealed class JsonFields(JsonElement value, List<string> errors, string path = "")
{
    private readonly HashSet<string> _known = [];

    public IReadOnlyList<string> Errors => errors;

    public string Text(string name, int min, int max, Regex? pattern = null, string? format = null) =>
        Field(name, JsonValueKind.String) is { } field ? Checked(name, field.GetString()!, min, max, pattern, format) : "";

    /// <summary>Null when the field is absent or null.</summary>
    public string? OptionalText(string name, int max, Regex? pattern = null) =>
        IsAbsent(name, orNull: true) ? null : Text(name, 0, max, pattern);

    public string OneOf(string name, params string[] values)
    {
        if (Field(name, JsonValueKind.String) is not { } field) return "";
        var text = field.GetString()!;
        if (!values.Contains(text)) Refuse(name, $"deve ser um de: {string.Join(", ", values)}");
        return text;
    }

    public int Integer(string name, int min, int max)
    {
        if (Field(name, JsonValueKind.Number) is not { } field) return min;
        if (field.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number >= min && number <= max) return (int)number;
        Refuse(name, $"deve ser um inteiro de {min} a {max}");
        return min;
    }

    public JsonFields Object(string name)
    {
        var field = Field(name, JsonValueKind.Object);
        return new JsonFields(field ?? default, errors, $"{path}{name}.");
    }

    public List<T> List<T>(string name, int min, int max, Func<JsonFields, T> read)
    {
        if (Field(name, JsonValueKind.Array) is not { } field) return [];
        var count = field.GetArrayLength();
        if (count < min || count > max)
        {
            Refuse(name, $"deve ter de {min} a {max} itens");
            return [];
        }
        return [.. field.EnumerateArray().Select((item, index) => Item(item, $"{path}{name}[{index}]", read))];
    }

    /// <summary>Refuses fields that no reader has asked for.</summary>
    public void Close()
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var property in value.EnumerateObject().Where(property => !_known.Contains(property.Name))) Refuse(property.Name, "não é conhecido");
    }

    private T Item<T>(JsonElement item, string itemPath, Func<JsonFields, T> read)
    {
        if (item.ValueKind != JsonValueKind.Object) errors.Add($"{itemPath} deve ser um objeto");
        var fields = new JsonFields(item, errors, $"{itemPath}.");
        var result = read(fields);
        fields.Close();
        return result;
    }

    private string Checked(string name, string text, int min, int max, Regex? pattern, string? format)
    {
        var length = text.EnumerateRunes().Count();
        if (length < min || length > max) Refuse(name, string.Create(CultureInfo.InvariantCulture, $"deve ter de {min} a {max} caracteres"));
        else if (text.Contains('\0', StringComparison.Ordinal)) Refuse(name, "não pode conter NUL");
        else if (pattern is not null && !pattern.IsMatch(text) || format == "cpf" && !Cpf.IsValid(text)) Refuse(name, "tem formato inválido");
        return text;
    }

    private JsonElement? Field(string name, JsonValueKind kind)
    {
        if (IsAbsent(name, orNull: false)) Refuse(name, "é obrigatório");
        else if (value.GetProperty(name) is var field && field.ValueKind == kind) return field;
        else Refuse(name, "tem tipo inválido");
        return null;
    }

    private bool IsAbsent(string name, bool orNull)
    {
        _known.Add(name);
        return value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out var field) || orNull && field.ValueKind == JsonValueKind.Null;
    }

    private void Refuse(string name, string reason)
    {
        if (errors.Count < 20) errors.Add($"{path}{(name.Length > 60 ? name[..60] : name)} {reason}");
    }
}
