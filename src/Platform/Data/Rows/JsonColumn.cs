using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Keeps a small value as JSON in one column and notices when its content changes.</summary>
public static class JsonColumn
{
    public static ValueConverter<T, string> Of<T>()
        where T : new() =>
        new(value => Write(value), json => Read<T>(json));

    public static ValueComparer<T> Compare<T>()
        where T : new() =>
        new((left, right) => Write(left) == Write(right), value => StringComparer.Ordinal.GetHashCode(Write(value)), value => Read<T>(Write(value)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string json)
        where T : new() =>
        JsonSerializer.Deserialize<T>(json) ?? new T();
}
