namespace Alicerce.Platform.Audit;

/// <summary>
/// A row whose every change through a <see cref="Data.ModuleDb"/> is written to the audit log, in the same transaction, without anybody asking
/// for it. Names of changed columns are told; values only where a property says so.
/// </summary>
public interface IAudited
{
    /// <summary>What it is, read when the row has its id.</summary>
    AuditSubject AuditSubject { get; }
}

/// <param name="Type">Such as <c>project</c>; with what happened it makes the action: <c>project.created</c>.</param>
/// <param name="ProjectId">Whose admins may read of it; null for what concerns the house.</param>
public sealed record AuditSubject(string Type, string? Id, int? ProjectId);

/// <summary>The values of this property may be read in the audit log: no secret, and nothing personal.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditValueAttribute : Attribute;

/// <summary>A JSON object: which of its keys changed is told, and of these keys the values.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditJsonAttribute(params string[] told) : Attribute
{
    public IReadOnlyList<string> Told { get; } = told;
}

/// <summary>Only noted down, such as when something was last used: its change alone is no event.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditSilentAttribute : Attribute;
