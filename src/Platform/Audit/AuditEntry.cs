namespace Alicerce.Platform.Audit;

/// <summary>What happened, for the audit log.</summary>
/// <param name="Action">Stable written name, such as <c>job.retried</c>.</param>
/// <param name="Subject">To what.</param>
public sealed record AuditEntry(string Action, AuditSubject Subject)
{
    public const string Done = "done";
    public const string Refused = "refused";

    /// <summary>Serialised as snake_case JSON. Ids and settings only: no secrets, no names or addresses of people.</summary>
    public object? Details { get; init; }

    public string Outcome { get; init; } = Done;

    /// <summary>Null for whoever the request, or the server itself, is.</summary>
    public AuditActor? Actor { get; init; }
}

/// <param name="Name"><c>user:5</c>, <c>system</c>, <c>command_line</c> or <c>nobody</c>.</param>
/// <param name="Via">How it came in, such as <c>token:7</c>.</param>
public sealed record AuditActor(string Name, string? Via = null)
{
    /// <summary>The server itself: the first start, jobs, timers.</summary>
    public static readonly AuditActor System = new("system");

    /// <summary>Somebody who did not come in.</summary>
    public static readonly AuditActor Nobody = new("nobody");

    /// <summary>Whoever may run <c>alicerce-server</c> on the machine itself.</summary>
    /// <param name="account">Of the operating system.</param>
    public static AuditActor CommandLine(string account) => new("command_line", $"account:{account}"[..Math.Min(50, account.Length + 8)]);

    public static AuditActor User(int id, string? via) => new($"user:{id}", via);
}
