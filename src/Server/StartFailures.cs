using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Alicerce.Server;

/// <summary>Puts into one sentence what the machine around the server most often gets wrong.</summary>
internal static class StartFailures
{
    /// <returns>Null for what nobody foresaw: that keeps its stack trace.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } taken => $"{taken.Message} Stop the program that listens there, or set ALICERCE_URLS to another address.",
        PostgresException refused when refused.SqlState[..2] is "28" or "3D" => $"PostgreSQL refused the server: {refused.MessageText}. Look at DATABASE_URL and DATABASE_OWNER_URL.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } away => $"PostgreSQL cannot be reached: {away.Message}. Look at DATABASE_URL, and whether PostgreSQL runs there.",
        _ => null,
    };
}
