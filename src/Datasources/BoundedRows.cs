using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Alicerce.Datasources;

/// <summary>Counts the rows of an answer up to the limits and keeps the first ones as JSON; never holds more than the limits.</summary>
internal sealed class BoundedRows(QueryLimits limits)
{
    private const int CutCellChars = 256;

    private readonly ArrayBufferWriter<byte> _json = new();
    private long _bytes;

    public long RowCount { get; private set; }
    public bool Truncated { get; private set; }

    /// <summary>The kept rows: an array of objects by column name.</summary>
    public string Json => Encoding.UTF8.GetString(_json.WrittenSpan);

    /// <summary>Reads until the end or the first limit. Expects a reader with sequential access.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        await using var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        var names = ColumnNames(reader);
        while (!Truncated && await reader.ReadAsync(ct))
        {
            if (RowCount == limits.MaxRows)
            {
                Truncated = true;
                break;
            }
            RowCount++;
            await ReadRowAsync(reader, names, RowCount <= limits.SampleRows ? writer : null, ct);
        }
        writer.WriteEndArray();
    }

    private async Task ReadRowAsync(NpgsqlDataReader reader, string[] names, Utf8JsonWriter? writer, CancellationToken ct)
    {
        writer?.WriteStartObject();
        for (var column = 0; column < names.Length; column++)
        {
            writer?.WritePropertyName(names[column]);
            if (await reader.IsDBNullAsync(column, ct))
            {
                writer?.WriteNullValue();
                continue;
            }
            // A null buffer asks for the length on the wire without reading the value, whatever its type.
            var length = reader.GetBytes(column, 0, null, 0, 0);
            _bytes += length;
            Truncated |= _bytes > limits.MaxBytes;
            if (writer is not null)
                await Cell.WriteAsync(writer, reader, column, length, Truncated ? CutCellChars : limits.MaxCellChars, ct);
        }
        writer?.WriteEndObject();
    }

    /// <summary>Names as the server gives them; a repeated name gets its position, since an object has each name once.</summary>
    private static string[] ColumnNames(NpgsqlDataReader reader)
    {
        var names = new string[reader.FieldCount];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            if (!seen.Add(names[i] = reader.GetName(i)))
                seen.Add(names[i] = $"{names[i]}_{i + 1}");
        return names;
    }
}
