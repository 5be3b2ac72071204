using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;
using Alicerce.Modules.Testing.Cases;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>A suite as a case file and back, without loss: one case at a time on the way out, merged by key on the way in.</summary>
internal sealed class SuiteFiles(TestingDb db, CaseStore cases)
{
    public const long LargestFile = 64L * 1024 * 1024;
    private const int MostProblems = 500;
    private const string FileName = "cases.yaml";

    public static readonly Problem WrongType = new(
        ProblemKind.UnsupportedMediaType, "import_body_type", "Send the case file as application/yaml, or as the field 'file' of multipart/form-data.");

    /// <param name="Stored">False for a preview, and when the file has errors.</param>
    public sealed record Answer(bool Stored, SuiteChanges Diff, IReadOnlyList<FileProblem> Problems);

    public static async Task<IResult> ExportAsync(int id, TestingDb db, HttpContext http, CancellationToken ct)
    {
        if (await ManageSuites.FindAsync(db, id, ct) is not { } suite) return (Result<Answer>)Unknown.Suite(id);
        var rows = db.Cases.AsNoTracking().Where(c => c.SuiteId == id && c.DeletedAt == null).OrderBy(c => c.Order).ThenBy(c => c.Id).AsAsyncEnumerable();
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true);
                await CaseFileWriter.WriteAsync(writer, rows.Select(row => row.ToTestCase()), http.RequestAborted);
            },
            "application/yaml; charset=utf-8",
            $"suite-{suite.Id}.yaml");
    }

    public static async Task<Result<Answer>> ImportAsync(int id, HttpRequest http, SuiteFiles files, CancellationToken ct, bool preview = false)
    {
        if (await files.FindAsync(id, ct) is not { } suite) return Unknown.Suite(id);
        var type = http.ContentType ?? "";
        if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var (form, damaged) = await UploadForm.ReadAsync(http, "one field 'file', a case file", ct);
            if (damaged is not null) return damaged;
            if (form!.Files["file"] is not { } file) return Problem.Invalid("file", "required", "The field file, a case file, is required.");
            await using var content = file.OpenReadStream();
            return await files.ImportAsync(suite, content, preview, ct);
        }

        return type.Contains("yaml", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
            ? await files.ImportAsync(suite, http.Body, preview, ct)
            : WrongType;
    }

    private Task<StoredSuite?> FindAsync(int id, CancellationToken ct) => ManageSuites.FindAsync(db, id, ct);

    private async Task<Result<Answer>> ImportAsync(StoredSuite suite, Stream content, bool preview, CancellationToken ct)
    {
        var problems = new List<FileProblem>();
        var read = new List<TestCase>();
        var profiles = SuiteConfig.Read(suite.ConfigJson).AuthProfiles.Keys.Append(RequestSpec.WithoutAuth).ToHashSet(StringComparer.Ordinal);
        await foreach (var placed in CaseFileReader.ReadPlacedAsync(content, FileName, Report, ct))
        {
            foreach (var mistake in CaseRules.Check(placed.Case))
            {
                var place = placed.PlaceOf(ImportedPlace.PathOf(mistake.Field));
                Report(new FileProblem(FileName, place.Line, place.Column, $"{placed.Case.Key}: {mistake.Message}"));
            }

            WarnOfProfiles(placed, profiles, Report);
            read.Add(placed.Case);
            if (read.Count > CaseStore.MostCases) return Problem.Invalid("file", "too_many_cases", $"A suite has at most {CaseStore.MostCases:N0} cases.");
        }

        var errors = problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        if (errors.Count > 0 && !preview) return Problem.Invalid([.. errors.Take(100).Select(p => new ErrorDetail($"{p.File}:{p.Line}:{p.Column}", "case_invalid", p.Hint is null ? p.Message : $"{p.Message} ({p.Hint})"))]);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(1952805749, {suite.ProjectId})", ct);
        var rows = await cases.ReadAsync(suite.Id, ct);
        var diff = Replace(rows.ConvertAll(row => row.ToTestCase()), read);
        if (!preview)
        {
            await cases.ApplyAsync(suite.ProjectId, suite.Id, rows, diff, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Answer(!preview, SuiteChanges.Of(diff), problems);

        void Report(FileProblem problem)
        {
            if (problems.Count < MostProblems) problems.Add(problem);
        }
    }

    /// <summary>A case file has no profiles: they are in the suite's configuration. Each missing one is told once, where it is first named.</summary>
    private static void WarnOfProfiles(PlacedCase placed, HashSet<string> known, Action<FileProblem> report)
    {
        var steps = placed.Case.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Request?.Auth is not { } auth || !known.Add(auth)) continue;
            var place = placed.PlaceOf(steps.Count == 1 ? ["request", "auth"] : ["steps", i, "request", "auth"]);
            report(new FileProblem(
                FileName, place.Line, place.Column, $"{placed.Case.Key}: the suite has no auth profile '{auth}', so this case cannot sign in.",
                "Add it to auth_profiles of the suite's config, or let 'alicerce check --server' bring it from alicerce.yaml.", ProblemSeverity.Warning));
        }
    }

    /// <summary>The file's cases over the suite's of the same key; cases that the file does not hold stay.</summary>
    private static SuiteDiff Replace(List<TestCase> existing, List<TestCase> read)
    {
        var known = existing.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal);
        var changes = new List<CaseChange>();
        var last = existing.Count == 0 ? 0 : existing.Max(c => c.Order);
        foreach (var @case in read)
        {
            if (!known.Remove(@case.Key, out var before)) changes.Add(new CaseChange(CaseChangeKind.Added, null, @case.Order > 0 ? @case : @case with { Order = ++last }));
            else if (CaseFileWriter.Write([before]) == CaseFileWriter.Write([@case])) changes.Add(new CaseChange(CaseChangeKind.Unchanged, before, before));
            else changes.Add(new CaseChange(CaseChangeKind.Updated, before, @case.Order > 0 ? @case : @case with { Order = before.Order }));
        }

        changes.AddRange(known.Values.Select(c => new CaseChange(CaseChangeKind.Unchanged, c, c)));
        return new SuiteDiff(changes);
    }
}
