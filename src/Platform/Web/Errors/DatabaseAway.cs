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
            if (cause is NpgsqlException { IsTransient: true } || IsBrokenConnector(cause)) return true;
        }

        return false;
    }

    // When a connection breaks between two statements of a transaction, this version of the driver trips over what it has cleared away, or says
    // that the transaction has ended.
    private static bool IsBrokenConnector(Exception cause) =>
        cause is InvalidOperationException { Source: "Npgsql" }
        || (cause is ObjectDisposedException && cause.StackTrace?.Contains(" Npgsql.", StringComparison.Ordinal) == true);

    // Deadlocks and serialisation failures are transient too, but they are ours to retry, not an outage.
    private static bool IsOutage(string state) =>
        state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) || state == PostgresErrorCodes.TooManyConnections;
}
