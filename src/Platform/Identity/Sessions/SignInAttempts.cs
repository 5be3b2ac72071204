using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Identity;

/// <summary>Counts wrong passwords of an account and locks it for a while; the count is in the database, so all processes share it.</summary>
internal sealed class SignInAttempts(PlatformDb db, SessionOptions options, TimeProvider clock)
{
    public bool IsLocked(User user) => user.LockedUntil > clock.GetUtcNow();

    public Task CountFailureAsync(int userId, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + options.Lockout;
        return db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.LockedUntil, user => user.FailedSignIns + 1 >= options.WrongPasswords ? until : user.LockedUntil)
                .SetProperty(user => user.FailedSignIns, user => user.FailedSignIns + 1 >= options.WrongPasswords ? 0 : user.FailedSignIns + 1),
            ct);
    }
}
