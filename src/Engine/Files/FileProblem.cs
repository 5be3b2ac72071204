namespace Alicerce.Engine.Files;

/// <summary>Whether a problem costs the part that holds it, or only deserves a look.</summary>
public enum ProblemSeverity { Warning, Error }

/// <summary>One thing that is wrong in a file that a person wrote, and how to mend it.</summary>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Hint">How to mend it.</param>
public sealed record FileProblem(
    string File, int Line, int Column, string Message, string? Hint = null, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary><c>file:line:column: severity: message (hint)</c>: the shape that editors and terminals turn into a link.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}{(Hint is null ? "" : $" ({Hint})")}";
}
