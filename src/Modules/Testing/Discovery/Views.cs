using Alicerce.Engine.Discovery;
using Alicerce.Modules.Testing.Rows;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>A component in answers.</summary>
/// <param name="Id">Null only where the component was not stored.</param>
internal sealed record ComponentView(
    int Id, string FilePath, string ComponentName, ComponentType ComponentType, string? Route, bool RequiresAuth, string? RequiredRole, IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<ComponentAction> Actions, IReadOnlyList<ComponentQuery> Queries, IReadOnlyList<ComponentForm> Forms, IReadOnlyList<Conditional> Conditionals,
    IReadOnlyList<Loop> Loops, IReadOnlyList<string> Includes, IReadOnlyList<ComponentFunction> Functions, IReadOnlyList<string> SideEffects, int LineCount,
    int ComplexityScore, string ContentHash, DateTimeOffset DiscoveredAt, DateTimeOffset? FileModifiedAt, DateTimeOffset? RemovedAt)
{
    public static ComponentView Of(StoredComponent row)
    {
        var c = ComponentMapping.ToComponent(row.Details, row.FileModifiedAt);
        return new ComponentView(
            row.Id, c.FilePath, c.Name, c.Type, c.Route, c.RequiresAuth, c.RequiredRole, c.Parameters, c.Actions, c.Queries, c.Forms, c.Conditionals, c.Loops, c.Includes,
            c.Functions, c.SideEffects, c.LineCount, c.ComplexityScore, c.ContentHash, row.DiscoveredAt, row.FileModifiedAt, row.RemovedAt);
    }
}

/// <summary>A finding in answers (D22).</summary>
/// <param name="Confirmed">Null until a run probed it.</param>
internal sealed record FindingView(
    int Id, string FindingId, string Code, string Severity, string FilePath, int Line, int Column, string Message, string? Hint, string? Subject, bool? Confirmed,
    DateTimeOffset LastSeen)
{
    public static FindingView Of(StoredFinding row) => new(
        row.Id, row.FindingId, row.Code, row.Severity, row.FilePath, row.Line, row.Col, row.Message, row.Hint, row.Subject, row.Confirmed, row.LastSeen);
}
