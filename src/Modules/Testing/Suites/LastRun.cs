using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>The newest run of a suite that has ended, in any environment: what "last result" and coverage speak of.</summary>
/// <param name="Day">Its partition of the results.</param>
internal sealed record LastRun(int Id, DateOnly Day)
{
    public static async Task<LastRun?> FindAsync(TestingDb db, int suiteId, CancellationToken ct)
    {
        var run = await db.Runs.Where(r => r.SuiteId == suiteId && r.FinishedAt != null).OrderByDescending(r => r.Id).Select(r => new { r.Id, r.CreatedAt }).FirstOrDefaultAsync(ct);
        return run is null ? null : new LastRun(run.Id, DateOnly.FromDateTime(run.CreatedAt.UtcDateTime));
    }
}
