using System.Text.Json;
using Alicerce.Engine.Discovery;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>A component and a finding to their rows and back.</summary>
internal static class ComponentMapping
{
    /// <summary>The component as discovery found it.</summary>
    public static Component ToComponent(string details, DateTimeOffset? fileModifiedAt) => ComponentJson.Read(details) with { FileModifiedAt = fileModifiedAt };

    /// <summary>The time of the file is left to its own column: a file that was only touched has not changed.</summary>
    public static StoredComponent ToRow(this Component component, int projectId) => new()
    {
        ProjectId = projectId,
        FilePath = component.FilePath,
        ComponentName = Fitting.Text(component.Name, StoredComponent.LongestName),
        ComponentType = component.Type.ToString().ToLowerInvariant(),
        Route = component.Route is { } route ? Fitting.Text(route, StoredComponent.LongestRoute) : null,
        ActionsJson = Json(component.Actions),
        QueriesJson = Json(component.Queries),
        FormsJson = Json(component.Forms),
        ConditionalsJson = Json(component.Conditionals),
        IncludesJson = Json(component.Includes),
        Details = CaseJson.ForJsonb(ComponentJson.Write(component with { FileModifiedAt = null })),
        LineCount = component.LineCount,
        ComplexityScore = component.ComplexityScore,
        ContentHash = component.ContentHash,
        FileModifiedAt = component.FileModifiedAt,
    };

    public static StoredFinding ToRow(this Finding finding, int projectId) => new()
    {
        ProjectId = projectId,
        FindingId = Fitting.Id(finding.Id, StoredFinding.LongestId),
        Code = Fitting.Text(finding.Code, StoredFinding.LongestCode),
        Severity = finding.Severity.ToString().ToLowerInvariant(),
        FilePath = Fitting.Text(finding.FilePath, StoredComponent.LongestPath),
        Line = finding.Location.Line,
        Col = finding.Location.Column,
        Message = Fitting.Clean(finding.Message),
        Hint = finding.Hint is { } hint ? Fitting.Clean(hint) : null,
        Subject = finding.Subject is { } subject ? Fitting.Clean(subject) : null,
    };

    public static Finding ToFinding(this StoredFinding row) => new()
    {
        Code = row.Code,
        Severity = Enum.Parse<FindingSeverity>(row.Severity, ignoreCase: true),
        FilePath = row.FilePath,
        Location = new SourceLocation(row.Line, row.Col),
        Message = row.Message,
        Hint = row.Hint,
        Subject = row.Subject,
    };

    private static string Json<T>(IReadOnlyList<T> parts) => CaseJson.ForJsonb(JsonSerializer.Serialize(parts, ApiJson.Options));
}
