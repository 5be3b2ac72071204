using System.Globalization;
using System.Text.Json;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>
/// The part of an answer that an assertion is about. <see cref="Value"/> is a string, double, bool, null, or a <see cref="JsonElement"/>
/// for lists and objects; <see cref="Count"/> is how many places were found.
/// </summary>
internal readonly record struct Observed(bool Exists, object? Value, int Count)
{
    public static readonly Observed Nothing = new(Exists: false, null, 0);

    public static Observed Of(string? text) => text is null ? Nothing : new(Exists: true, text, 1);

    public static Observed Of(double number) => new(Exists: true, number, 1);

    public static Observed Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.Number => new(Exists: true, json.GetDouble(), 1),
        JsonValueKind.True or JsonValueKind.False => new(Exists: true, json.GetBoolean(), 1),
        JsonValueKind.Null => new(Exists: true, null, 1),
        JsonValueKind.Array => new(Exists: true, json, json.GetArrayLength()),
        _ => new(Exists: true, json, 1),
    };

    /// <summary>Several places at once are compared as a list.</summary>
    public static Observed Of(IReadOnlyList<JsonElement> found) => new(found.Count > 0, JsonSerializer.SerializeToElement(found), found.Count);

    public double? Number => Value switch
    {
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public string? Text => Value switch
    {
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => null,
    };

    public override string ToString() => !Exists ? "nothing" : Text ?? (Value is JsonElement json ? json.GetRawText() : "null");
}
