using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Audit;

/// <summary><c>alicerce audit list|verify</c>.</summary>
internal static class AuditCommand
{
    private const int MostRows = 10_000;
    private static readonly Option<string?> Actor = new("--actor") { Description = "Who did it: user:5, system or nobody.", HelpName = "actor" };
    private static readonly Option<string?> Action = new("--action") { Description = "What was done, such as environment.updated.", HelpName = "action" };
    private static readonly Option<string?> Subject = new("--subject") { Description = "To what: environment:3, or environment for all of them.", HelpName = "subject" };
    private static readonly Option<DateTimeOffset?> Since = new("--since") { Description = "This moment and later, like 2026-01-31T08:00Z.", HelpName = "time" };
    private static readonly Option<DateTimeOffset?> Until = new("--until") { Description = "Before this moment.", HelpName = "time" };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many rows.", DefaultValueFactory = _ => 50 };

    public static Command Create()
    {
        var list = new Command("list", "Show who did what, the newest first.") { Actor, Action, Subject, ServerOptions.Project, Since, Until, Limit }.WithServer();
        list.SetServerAction(ListAsync);
        var verify = new Command("verify", "Check every row of the audit log: exit code 0 when it is as it was sealed, 1 when a row was changed, deleted or put in.").WithServer();
        verify.SetServerAction(VerifyAsync);
        return new Command("audit", "The audit log of an Alicerce server.") { list, verify };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var limit = Math.Clamp(parsed.GetValue(Limit), 1, MostRows);
        var rows = await client.ListByCursorAsync($"audit?{await FilterAsync(parsed, client, ct)}", ServerJson.Default.AuditRow, ct).Take(limit).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(rows.Select(row => row.Json));
            return ExitCodes.Ok;
        }

        ServerOutput.Table(["Row", "At", "Actor", "Action", "Subject", "Details"], rows.Select(row => row.Value).Select(row => new[]
        {
            $"{row.Id}", TimeText(row.At), row.Via is null ? row.Actor : $"{row.Actor} ({row.Via})", row.Outcome == "done" ? row.Action : $"{row.Action} ({row.Outcome})",
            row.SubjectId is null ? row.SubjectType : $"{row.SubjectType}:{row.SubjectId}", row.Details.GetRawText(),
        }));
        return ExitCodes.Ok;
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var verification = await client.GetAsync("audit/verification", ServerJson.Default.AuditVerification, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(verification.Json);
        else Show(verification.Value);
        return verification.Value.IsSound ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Show(AuditVerification verification)
    {
        foreach (var restore in verification.Restores) ServerOutput.Line($"Restored from a backup at number {restore.Number}, {TimeText(restore.At)}, by {restore.Actor}.");
        if (verification.Fault is { } fault) ServerOutput.Line($"The audit log is broken ({fault.Kind}) after {verification.RowsSealed} sound rows: {fault.Message}");
        else ServerOutput.Line($"The audit log is sound: {verification.RowsSealed} rows are as they were sealed, and none is missing up to number {verification.KeptNumber}.");
    }

    private static async Task<string> FilterAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = parsed.GetValue(ServerOptions.Project) is { } reference ? (await ProjectReference.RequireAsync(client, reference, ct)).Value.Id.ToString(CultureInfo.InvariantCulture) : null;
        var filters = new[]
        {
            ("actor", parsed.GetValue(Actor)), ("action", parsed.GetValue(Action)), ("subject", parsed.GetValue(Subject)), ("project_id", project),
            ("since", parsed.GetValue(Since)?.ToString("O", CultureInfo.InvariantCulture)), ("until", parsed.GetValue(Until)?.ToString("O", CultureInfo.InvariantCulture)),
        };
        return string.Join('&', filters.Where(filter => filter.Item2 is not null).Select(filter => $"{filter.Item1}={Uri.EscapeDataString(filter.Item2!)}"));
    }

    private static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
