using Npgsql;

namespace Alicerce.Platform.Web.Errors;

/// <summary>Tells a database that is away for a moment from a mistake of ours.</summary>
internal static class DatabaseAway
{
    public static bool IsCauseOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refused) return IsOutage(refused.SqlState);
            if (cause is NpgsqlException { IsTransient: true }) return true;
        }

        return false;
    }

    // Deadlocks and serialisation failures are transient too, but they are ours to retry, not an outage.
    private static bool IsOutage(string state) =>
        state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) || state == PostgresErrorCodes.TooManyConnections;
}
