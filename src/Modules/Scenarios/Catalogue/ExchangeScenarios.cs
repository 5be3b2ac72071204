using System.Text;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <summary>Takes whole catalogues in and out, as CSV or as JSON lines.</summary>
internal static class ExchangeScenarios
{
    /// <summary>Bytes of a file: ten thousand scenarios with a description each.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Problem s_wrongType = new(ProblemKind.UnsupportedMediaType, "scenarios.type", $"Send {ScenarioFile.Csv} with a header, or {ScenarioFile.JsonLines} with an object a line.");
    private static readonly Problem s_noText = Problem.BadRequest("scenarios.encoding", "The file is not UTF-8: save it as UTF-8 and send it again.");

    /// <param name="Imported">How many are new.</param>
    /// <param name="Existing">How many were there already, by title, in the same project, or came twice; those that are there stay as they are.</param>
    /// <param name="Ids">First and last id of the new ones; empty when there is none.</param>
    public sealed record ImportResult(int Imported, int Existing, IReadOnlyList<int> Ids);

    /// <summary>All of the file or nothing of it: (1) read, every mistake with its line, (2) embedded and copied in one transaction, (3) searchable with the answer.</summary>
    public static async Task<Result<ImportResult>> ImportAsync(
        [FromQuery(Name = "project_id")] int? projectId, HttpContext http, ScenarioWriter writer, IndexUpdate update, AuditLog log, NpgsqlDataSource source, CancellationToken ct)
    {
        if (await http.CheckProjectAsync(projectId, AccessRole.Developer, ct) is { } denied) return denied;
        var type = http.Request.ContentType?.Split(';')[0].Trim();
        if (type is not (ScenarioFile.Csv or ScenarioFile.JsonLines)) return s_wrongType;
        if (await TextAsync(http.Request, ct) is not { } text) return s_noText;
        var (rows, problem) = ScenarioFile.Read(text, type == ScenarioFile.Csv);
        if (problem is not null) return problem;
        var distinct = rows.DistinctBy(row => row.Title, StringComparer.Ordinal).ToList();
        var vectors = await writer.EmbedAsync(distinct, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var known = await KnownAsync(transaction, distinct, projectId, ct);
        var fresh = Enumerable.Range(0, distinct.Count).Where(i => !known.Contains(distinct[i].Title)).ToList();
        var ids = await writer.WriteAsync(transaction, fresh.ConvertAll(i => distinct[i]), fresh.ConvertAll(i => vectors[i]), projectId, ct);
        await log.WriteAsync(transaction, new AuditEntry("scenario.imported", new AuditSubject("scenario", null, projectId)) { Details = new { Count = ids.Count } }, ct);
        await transaction.CommitAsync(ct);
        await update.ApplyAsync(ids, ct);
        return new ImportResult(ids.Count, rows.Count - ids.Count, ids is [var first, .., var last] ? [first, last] : ids);
    }

    /// <param name="format">jsonl, or csv.</param>
    public static async Task<IResult> ExportAsync([FromQuery(Name = "project_id")] int? projectId, string? format, HttpContext http, ScenariosDb db, CancellationToken ct)
    {
        if (new Validation().Check(format is null or "jsonl" or "csv", "format", "unknown", "format is jsonl or csv.").Problem is { } mistake) return new ProblemAnswer(mistake);
        if (projectId is { } project && await http.CheckProjectAsync(project, AccessRole.Viewer, ct) is { } denied) return new ProblemAnswer(denied);
        var isCsv = format == "csv";
        var rows = ScenarioFilter.Of(db.Scenarios.AsNoTracking(), http.SignedInCaller(), projectId).OrderBy(s => s.Id).Select(ScenarioView.OfRow).AsAsyncEnumerable();
        return Results.Stream(stream => WriteAsync(stream, rows, isCsv, ct), isCsv ? ScenarioFile.Csv : ScenarioFile.JsonLines, isCsv ? "scenarios.csv" : "scenarios.jsonl");
    }

    private static async Task WriteAsync(Stream stream, IAsyncEnumerable<ScenarioView> rows, bool isCsv, CancellationToken ct)
    {
        await using var writer = new StreamWriter(stream, s_utf8);
        if (isCsv)
        {
            await ScenarioFile.WriteCsvAsync(writer, rows, ct);
            return;
        }

        await foreach (var row in rows.WithCancellation(ct))
        {
            await writer.WriteAsync(ScenarioFile.LineOf(row));
            await writer.WriteAsync('\n');
        }
    }

    private static async Task<string?> TextAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body, s_utf8, detectEncodingFromByteOrderMarks: true);
        try
        {
            return await reader.ReadToEndAsync(ct);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Under the lock of the project's imports: the same file brought twice at once is not there twice.</summary>
    private static async Task<HashSet<string>> KnownAsync(NpgsqlTransaction transaction, IReadOnlyList<NewScenario> rows, int? projectId, CancellationToken ct)
    {
        await using var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", transaction.Connection, transaction);
        alone.Parameters.AddWithValue($"scenario import {projectId}");
        await alone.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand("SELECT title FROM scenarios.scenarios WHERE title = ANY ($1) AND project_id IS NOT DISTINCT FROM $2", transaction.Connection, transaction);
        command.Parameters.AddWithValue(rows.Select(row => row.Title).ToArray());
        command.Parameters.Add(new() { Value = (object?)projectId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) known.Add(reader.GetString(0));
        return known;
    }
}
