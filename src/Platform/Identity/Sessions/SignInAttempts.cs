using System.Globalization;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>Counts wrong passwords of an account and locks it for a while; the count is in the database, so all processes share it.</summary>
internal sealed class SignInAttempts(PlatformDb db, SessionOptions options, AuditLog audit, TimeProvider clock)
{
    public bool IsLocked(User user) => user.LockedUntil > clock.GetUtcNow();

    public async Task CountFailureAsync(int userId, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + options.Lockout;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.LockedUntil, user => user.FailedSignIns + 1 >= options.WrongPasswords ? until : user.LockedUntil)
                .SetProperty(user => user.FailedSignIns, user => user.FailedSignIns + 1 >= options.WrongPasswords ? 0 : user.FailedSignIns + 1),
            ct);
        var lockedUntil = await db.Users.Where(user => user.Id == userId).Select(user => user.LockedUntil).SingleOrDefaultAsync(ct);
        await audit.WriteAsync((NpgsqlTransaction)transaction.GetDbTransaction(), Refused(userId, "password", isLocked: lockedUntil > clock.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Somebody did not come in, and there is nothing to count: nobody has that address, or the account is locked, or the provider said no.</summary>
    public async Task RefuseAsync(int? userId, string via, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.WriteAsync((NpgsqlTransaction)transaction.GetDbTransaction(), Refused(userId, via, isLocked: userId is not null), ct);
        await transaction.CommitAsync(ct);
    }

    private static AuditEntry Refused(int? userId, string via, bool isLocked) => new("user.sign_in_refused", new AuditSubject("user", userId?.ToString(CultureInfo.InvariantCulture), null))
    {
        Actor = AuditActor.Nobody with { Via = via },
        Details = new { IsLocked = isLocked },
        Outcome = AuditEntry.Refused,
    };
}
