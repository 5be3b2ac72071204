using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Platform.Web.Answers;
using CsvHelper;
using CsvHelper.Configuration;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <summary>Reads and writes scenarios as CSV with a header, or as JSON lines.</summary>
internal static class ScenarioFile
{
    public const string Csv = "text/csv";
    public const string JsonLines = "application/x-ndjson";
    public const int MostRows = 10_000;
    private const int MostMistakes = 50;
    private static readonly string[] s_columns = ["title", "description", "tags"];
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>All rows, or what is wrong with the file: each mistake names its line.</summary>
    public static (IReadOnlyList<NewScenario> Rows, Problem? Problem) Read(string text, bool isCsv)
    {
        var reading = new Reading();
        if (isCsv) ReadCsv(text, reading);
        else ReadJsonLines(text, reading);
        if (reading.Rows.Count == 0 && reading.Validation.Problem is null) reading.Validation.Add("body", "empty", isCsv ? "There is no row below the header." : "There is no line with a scenario.");
        return (reading.Rows, reading.Validation.Problem);
    }

    /// <summary>One line of JSON, as <see cref="Read"/> takes it back.</summary>
    public static string LineOf(ScenarioView scenario) => new JsonObject
    {
        ["title"] = scenario.Title,
        ["description"] = scenario.Description,
        ["tags"] = new JsonArray([.. scenario.Tags.Select(tag => (JsonNode)tag)]),
    }.ToJsonString(JsonSerializerOptions.Web);

    public static async Task WriteCsvAsync(TextWriter writer, IAsyncEnumerable<ScenarioView> scenarios, CancellationToken ct)
    {
        // What a spreadsheet would run as a formula is text.
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }, leaveOpen: true);
        foreach (var column in s_columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var scenario in scenarios.WithCancellation(ct))
        {
            csv.WriteField(scenario.Title);
            csv.WriteField(scenario.Description);
            csv.WriteField(string.Join(';', scenario.Tags));
            await csv.NextRecordAsync();
        }
    }

    private sealed class Reading
    {
        private int _mistakes;

        public List<NewScenario> Rows { get; } = [];

        public Validation Validation { get; } = new();

        public bool IsOver => _mistakes > MostMistakes || Rows.Count > MostRows;

        public void Mistake(int line, string code, string message)
        {
            if (_mistakes++ < MostMistakes) Validation.Add($"line {line}", code, message);
        }

        public void Add(int line, string? title, string? description, string[] tags)
        {
            if (new Validation().CheckTitle(title).CheckDescription(description).CheckTags(tags).Problem is { } problem)
            {
                foreach (var detail in problem.Details) Mistake(line, detail.Code, detail.Message);
                return;
            }

            Rows.Add(new NewScenario(ScenarioRules.Trimmed(title!), description, ScenarioRules.Tags(tags)));
            if (Rows.Count == MostRows + 1) Mistake(line, "too_many", $"A file has at most {MostRows} scenarios: send the others in another one.");
        }
    }

    private static void ReadCsv(string text, Reading reading)
    {
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header || !header.Contains("title", StringComparer.OrdinalIgnoreCase))
        {
            reading.Mistake(1, "no_header", "The first line names the columns: title, and where you have them description and tags (split by semicolons).");
            return;
        }

        var (title, description, tags) = (Column("title"), Column("description"), Column("tags"));
        while (!reading.IsOver && csv.Read())
        {
            var line = csv.Parser.RawRow;
            if (csv.Parser.Count > header.Length)
            {
                reading.Mistake(line, "too_many_fields", "The row has more fields than the header names: put a text with a comma into quotes.");
                continue;
            }

            reading.Add(line, AsWritten(csv.GetField(title)), description < 0 ? null : AsWritten(csv.GetField(description)), tags < 0 ? [] : SplitTags(csv.GetField(tags)));
        }

        int Column(string name) => Array.FindIndex(header, column => column.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Without the mark that an export puts before what a spreadsheet would run.</summary>
    private static string? AsWritten(string? field) => field is ['\'', '=' or '@' or '+' or '-' or '\t' or '\r', ..] ? field[1..] : field;

    private static string[] SplitTags(string? tags) => (tags ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void ReadJsonLines(string text, Reading reading)
    {
        var line = 0;
        // Only line feeds end a line: other separators of Unicode may stand in a JSON text as they are.
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range);
            line++;
            if (reading.IsOver) return;
            if (content.IsWhiteSpace()) continue;
            try
            {
                using var json = JsonDocument.Parse(content.ToString(), s_strict);
                ReadObject(json.RootElement, line, reading);
            }
            catch (JsonException e)
            {
                reading.Mistake(line, "malformed", $"This is no JSON object on one line (at character {e.BytePositionInLine + 1}).");
            }
        }
    }

    private static void ReadObject(JsonElement json, int line, Reading reading)
    {
        if (json.ValueKind != JsonValueKind.Object || !TryText(json, "title", out var title) || !TryText(json, "description", out var description) || !TryTags(json, out var tags))
            reading.Mistake(line, "malformed", "A line is an object with a text 'title', and where you have them a text 'description' and a list of texts 'tags'.");
        else
            reading.Add(line, title, description, tags);
    }

    private static bool TryText(JsonElement json, string name, out string? text)
    {
        text = null;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.String) return false;
        text = value.GetString();
        return true;
    }

    private static bool TryTags(JsonElement json, out string[] tags)
    {
        tags = [];
        if (!json.TryGetProperty("tags", out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(tag => tag.ValueKind != JsonValueKind.String)) return false;
        tags = [.. value.EnumerateArray().Select(tag => tag.GetString()!)];
        return true;
    }
}
