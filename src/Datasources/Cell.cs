using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Alicerce.Datasources;

/// <summary>One value of an answer as JSON, cut to a number of characters however large it is on the wire.</summary>
internal static class Cell
{
    public static async Task WriteAsync(Utf8JsonWriter writer, NpgsqlDataReader reader, int column, long length, int maxChars, CancellationToken ct)
    {
        var type = reader.GetDataTypeName(column);
        if (IsText(type))
            writer.WriteStringValue(await HeadAsync(reader, column, maxChars, ct));
        else if (length > maxChars)
            writer.WriteStringValue($"({type}, {length} bytes)");
        else
            WriteValue(writer, Read(reader, column, type));
    }

    private static bool IsText(string type) =>
        type is "text" or "name" or "json" or "jsonb" or "xml" or "citext" || type.StartsWith("character", StringComparison.Ordinal) && !type.EndsWith(']');

    private static async Task<string> HeadAsync(NpgsqlDataReader reader, int column, int maxChars, CancellationToken ct)
    {
        using var text = await reader.GetTextReaderAsync(column, ct);
        var buffer = ArrayPool<char>.Shared.Rent(maxChars + 1);
        try
        {
            var read = await text.ReadBlockAsync(buffer.AsMemory(0, maxChars + 1), ct);
            return read <= maxChars ? new string(buffer, 0, read) : string.Concat(buffer.AsSpan(0, maxChars), "…");
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static object Read(NpgsqlDataReader reader, int column, string type)
    {
        try
        {
            return reader.GetValue(column);
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException or NotSupportedException)
        {
            return $"({type})";
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case short or int or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTime or DateTimeOffset or DateOnly or TimeOnly:
                writer.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                writer.WriteStringValue("\\x" + Convert.ToHexStringLower(bytes));
                break;
            case Array { Rank: 1 } items:
                WriteItems(writer, items);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            WriteValue(writer, item);
        writer.WriteEndArray();
    }
}
