namespace Alicerce.Platform.Web.Answers;

/// <summary>The one shape of success (S001-API-02).</summary>
/// <param name="Status">Always <c>success</c>.</param>
/// <param name="Meta">Where a list continues; null otherwise.</param>
/// <param name="Errors">Always empty here: errors have a body of their own.</param>
/// <param name="Timestamp">When this answer was made, UTC (T001-05).</param>
public sealed record Envelope<TData, TMeta>(string Status, TData Data, TMeta? Meta, IReadOnlyList<ErrorDetail> Errors, DateTimeOffset Timestamp, string RequestId)
    where TData : notnull;

/// <summary>Stands for "no meta" in an envelope; always null.</summary>
public sealed record NoMeta;
