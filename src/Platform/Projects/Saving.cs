using Alicerce.Platform.Data;
using Alicerce.Platform.Web.Answers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Platform.Projects;

/// <summary>Saves, and lets the database's own constraints decide what two callers at once would both see as free.</summary>
internal static class Saving
{
    /// <returns>Null when saved.</returns>
    public static async Task<Problem?> TrySaveAsync(this PlatformDb db, Problem ifTaken, Problem? ifInUse, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return ifTaken;
        }
        catch (DbUpdateException e) when (
            ifInUse is not null && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation })
        {
            return ifInUse;
        }
    }
}
