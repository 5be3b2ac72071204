using System.Text.Json;
using Spectre.Console;

namespace Alicerce.Cli.Server;

/// <summary>Shows what a server answered: as it was sent for programs, as a table for people.</summary>
internal static class ServerOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static void Json(JsonElement data)
    {
        using var stdout = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(stdout, Indented);
        data.WriteTo(writer);
    }

    public static void Json(IEnumerable<JsonElement> items)
    {
        using var stdout = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(stdout, Indented);
        writer.WriteStartArray();
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }

    public static void Table(string[] headings, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
            table.AddColumn(heading);
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(PlainText.OneLine(cell ?? "–")))]);
        CommandLine.Terminal().Write(table);
    }

    public static void Line(string text) => Console.Out.WriteLine(PlainText.OneLine(text));
}
