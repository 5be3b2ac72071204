namespace Alicerce.Engine.Discovery;

/// <summary>How much a finding matters to the person who reads it.</summary>
public enum FindingSeverity { Info, Warning, Error }

/// <summary>
/// A thing that a person should know about a source file and that is not a failed test (D22): a broken file, an unknown keyword,
/// a rule that is declared but that the runtime does not enforce.
/// </summary>
public sealed record Finding
{
    /// <summary>Stable code, lower case with dots: <c>parse.unclosed_tag</c>, <c>declared_not_enforced.csrf</c>, <c>openapi.unresolved_ref</c>.</summary>
    public required string Code { get; init; }

    public required FindingSeverity Severity { get; init; }
    public required string FilePath { get; init; }
    public SourceLocation Location { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>How to mend it.</summary>
    public string? Hint { get; init; }

    /// <summary>Name of the action, form, query or operation it is about; null when it is about the file.</summary>
    public string? Subject { get; init; }

    /// <summary>Names this finding across scans: file, code and subject, independent of line numbers.</summary>
    public string Id => $"{FilePath}|{Code}|{Subject}";
}
