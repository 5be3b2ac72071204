using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Keys;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Alicerce.Server;

/// <summary>
/// <c>alicerce-server admin-token</c>: the way back in for whoever has the machine and no token, such as after a restore. The server may be running.
/// </summary>
internal static class AdminTokenCommand
{
    public static async Task RunAsync(IConfiguration settings, TextWriter output, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        var root = DataRoot.Open(options.DataFolder);
        await using var database = await OpenDatabase.OpenPresentAsync(options, root, ServerHost.SchemasOf(Rooms.All), "ask for a token", ct);
        var key = await new MasterKeys(root, options.MasterKey).OpenAsync(database.Address.AppConnectionString, ct);
        await using var source = NpgsqlDataSource.Create(database.Address.AppConnectionString);
        var audit = new AuditLog(AuditKey.Of(key), new HttpContextAccessor());
        var token = new AdminToken(source, root, audit, NullLogger<AdminToken>.Instance);
        if (!await token.ReplaceAsync(AuditActor.CommandLine(Environment.UserName), ct))
            throw new StartupException("There is no active admin in this database: start the server once on an empty one, which makes the first, or restore a backup that has one.");
        await output.WriteLineAsync($"A new admin's token is in {root.AdminTokenFile}, and the audit log says so. Revoke it with DELETE /api/v1/auth/tokens/{{id}} when it is no longer needed.");
    }
}
