using System.Globalization;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Datasources;

/// <summary>Makes bound parameters of the declared types; text never becomes part of the statement.</summary>
internal static class ArgumentBinder
{
    /// <exception cref="FormatException">The value is not of the declared type; the message names both.</exception>
    public static NpgsqlParameter Bind(QueryArgument argument)
    {
        var type = argument.Type.ToLowerInvariant();
        if (type == "array" && argument.Value is not null)
            return BindArray(argument);
        var (dbType, value) = type switch
        {
            "integer" or "int" => (NpgsqlDbType.Bigint, Read<long>(argument, (text, invariant) => long.Parse(text, NumberStyles.AllowLeadingSign, invariant))),
            "decimal" or "number" => (NpgsqlDbType.Numeric, Read<decimal>(argument, (text, invariant) => decimal.Parse(text, NumberStyles.Float, invariant))),
            "boolean" or "bool" => (NpgsqlDbType.Boolean, Read<bool>(argument, (text, _) => ParseBoolean(text))),
            "date" => (NpgsqlDbType.Date, Read<DateOnly>(argument, DateOnly.Parse)),
            "time" => (NpgsqlDbType.Time, Read<TimeOnly>(argument, TimeOnly.Parse)),
            "datetime" => BindDateTime(argument),
            "json" => (NpgsqlDbType.Jsonb, ReadJson(argument)),
            "array" => (NpgsqlDbType.Array | NpgsqlDbType.Text, null),
            "string" or "text" => (NpgsqlDbType.Text, argument.Value),
            _ => throw new FormatException(
                $"The parameter :{argument.Name} has the unknown type '{argument.Type}'; use string, integer, decimal, boolean, date, time, datetime, array or json."),
        };
        return new NpgsqlParameter { NpgsqlDbType = dbType, Value = value ?? DBNull.Value };
    }

    private static (NpgsqlDbType Type, object? Value) BindDateTime(QueryArgument argument)
    {
        if (Read<DateTime>(argument, (text, invariant) => DateTime.Parse(text, invariant, DateTimeStyles.RoundtripKind)) is not DateTime at)
            return (NpgsqlDbType.Timestamp, null);
        return at.Kind == DateTimeKind.Unspecified ? (NpgsqlDbType.Timestamp, at) : (NpgsqlDbType.TimestampTz, at.ToUniversalTime());
    }

    private static NpgsqlParameter BindArray(QueryArgument argument)
    {
        try
        {
            using var json = JsonDocument.Parse(argument.Value!);
            var items = json.RootElement.EnumerateArray().ToArray();
            if (items.Length > 0 && items.All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _)))
                return Array(NpgsqlDbType.Bigint, items.Select(item => item.GetInt64()).ToArray());
            if (items.Length > 0 && items.All(item => item.ValueKind == JsonValueKind.Number))
                return Array(NpgsqlDbType.Numeric, items.Select(item => item.GetDecimal()).ToArray());
            if (items.Length > 0 && items.All(item => item.ValueKind is JsonValueKind.True or JsonValueKind.False))
                return Array(NpgsqlDbType.Boolean, items.Select(item => item.GetBoolean()).ToArray());
            return Array(NpgsqlDbType.Text, items.Select(item => item.ValueKind == JsonValueKind.Null ? null : item.ToString()).ToArray());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw NotOfType(argument, "write it as a JSON array, for example [1, 2]", e);
        }
    }

    private static NpgsqlParameter Array(NpgsqlDbType element, object values) => new() { NpgsqlDbType = NpgsqlDbType.Array | element, Value = values };

    private static string? ReadJson(QueryArgument argument)
    {
        if (argument.Value is null)
            return null;
        try
        {
            using var json = JsonDocument.Parse(argument.Value);
            return argument.Value;
        }
        catch (JsonException e)
        {
            throw NotOfType(argument, "write valid JSON", e);
        }
    }

    private static object? Read<T>(QueryArgument argument, Func<string, IFormatProvider, T> parse)
    {
        if (argument.Value is null)
            return null;
        try
        {
            return parse(argument.Value.Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw NotOfType(argument, "correct the value or the declared type", e);
        }
    }

    private static bool ParseBoolean(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" => false,
        _ => throw new FormatException(),
    };

    private static FormatException NotOfType(QueryArgument argument, string mend, Exception inner) =>
        new($"The value of :{argument.Name} is not of its type {argument.Type}: {mend}.", inner);
}
