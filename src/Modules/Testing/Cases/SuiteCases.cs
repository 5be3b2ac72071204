using Alicerce.Contracts.Testing;
using Alicerce.Engine.Cases;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Modules.Testing.Suites;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>Answers other modules about cases.</summary>
internal sealed class SuiteCases(TestingDb db, NpgsqlDataSource source) : ISuiteCases
{
    public async Task<int?> FindProjectOfSuiteAsync(int suiteId, CancellationToken ct) => await SuiteOwners.ProjectOfAsync(source, suiteId, ct);

    public async Task<int?> AddDraftAsync(int suiteId, CaseDraft draft, CancellationToken ct)
    {
        var last = await db.Cases.Where(c => c.SuiteId == suiteId && c.DeletedAt == null).Select(c => (int?)c.Order).MaxAsync(ct) ?? 0;
        var row = new TestCase
        {
            Key = draft.Key,
            Name = draft.Name,
            Description = draft.Description,
            Kind = CaseKind.Api,
            Tags = [.. draft.Tags],
            Steps = [new Step()],
            Order = last + 1,
            IsActive = false,
        }.ToRow(suiteId, componentId: null);
        db.Cases.Add(row);
        return await ManageSuites.TrySaveAsync(db, ct) ? row.Id : null;
    }

    public async Task<CaseWords?> FindAsync(int caseId, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => c.Id == caseId && c.DeletedAt == null).Join(db.Suites, c => c.SuiteId, s => s.Id, (c, s) => new { Case = c, s.ProjectId }).SingleOrDefaultAsync(ct) is { } found
            ? new CaseWords(found.Case.Id, found.ProjectId, found.Case.Name, found.Case.Description, [.. found.Case.ToTestCase().Tags])
            : null;
}
