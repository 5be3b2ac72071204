namespace Alicerce.Engine.Discovery.Quantum.Rules;

/// <summary>Collects the findings of one file.</summary>
internal sealed class FindingList(string path)
{
    private readonly List<Finding> _findings = [];

    public void Add(FindingSeverity severity, string code, SourceLocation location, string message, string hint, string? subject = null) =>
        _findings.Add(new Finding
        {
            Code = code,
            Severity = severity,
            FilePath = path,
            Location = location,
            Message = message,
            Hint = hint,
            Subject = subject,
        });

    /// <summary>The rule is declared and the runtime does not apply it (D22).</summary>
    public void NotEnforced(string rule, QuantumElement element, string message, string hint, string? subject) =>
        Add(FindingSeverity.Warning, "declared_not_enforced." + rule, element.Location, message, hint, subject);

    /// <summary>The page or the action answers an error because of this.</summary>
    public void Broken(string code, QuantumElement element, string message, string hint, string? subject) =>
        Add(FindingSeverity.Error, code, element.Location, message, hint, subject);

    /// <summary>By place in the file, then by code.</summary>
    public IReadOnlyList<Finding> Sorted() =>
        [.. _findings.OrderBy(f => f.Location.Line).ThenBy(f => f.Location.Column).ThenBy(f => f.Code, StringComparer.Ordinal)];
}
