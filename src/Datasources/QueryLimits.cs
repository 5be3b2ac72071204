namespace Alicerce.Datasources;

/// <summary>Bounds of one query case.</summary>
public sealed record QueryLimits
{
    public int MaxRows { get; init; } = 1_000;

    /// <summary>Bytes of all values together, as the server sent them.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Rows that are kept for people to read.</summary>
    public int SampleRows { get; init; } = 20;

    /// <summary>Characters kept of one value of those rows.</summary>
    public int MaxCellChars { get; init; } = 10_000;

    public int MaxSqlChars { get; init; } = 100_000;
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(2);
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For everything, connecting included: holds against servers that answer slowly enough to stay under each single limit.</summary>
    internal TimeSpan Total => ConnectTimeout + StatementTimeout + TimeSpan.FromSeconds(5);
}
