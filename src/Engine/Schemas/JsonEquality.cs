using System.Text.Json;

namespace Alicerce.Engine.Schemas;

/// <summary>Equality as JSON Schema means it: <c>1</c> equals <c>1.0</c>, the order of members does not matter.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b);

    /// <summary>Equal values have equal hashes.</summary>
    public static int Hash(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return JsonNumber.Of(value).GetHashCode();
            case JsonValueKind.String:
                return value.GetString()!.GetHashCode(StringComparison.Ordinal);
            case JsonValueKind.Array:
                var items = new HashCode();
                foreach (var item in value.EnumerateArray())
                    items.Add(Hash(item));
                return items.ToHashCode();
            case JsonValueKind.Object:
                var members = 17;
                foreach (var member in value.EnumerateObject())
                    members += HashCode.Combine(member.Name, Hash(member.Value));
                return members;
            default:
                return (int)value.ValueKind;
        }
    }
}
