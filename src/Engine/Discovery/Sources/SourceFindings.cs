namespace Alicerce.Engine.Discovery;

/// <summary>Findings about files that were not read at all.</summary>
internal static class SourceFindings
{
    public const string Unreadable = "source.unreadable", ScanFailed = "scan.failed", TooDeep = "source.too_deep", TooManyFiles = "source.too_many_files";

    private const string FileTooLarge = "source.file_too_large";

    /// <returns>The file or folder that was left unread, empty for any of the project; null for a finding of another kind.</returns>
    public static string? UnreadBy(Finding finding) => finding.Code switch
    {
        Unreadable or ScanFailed or TooDeep or FileTooLarge => finding.FilePath,
        TooManyFiles => "",
        _ => null,
    };

    public static Finding TooLarge(string path, long limit) => new()
    {
        Code = FileTooLarge,
        Severity = path.EndsWith(".q", StringComparison.OrdinalIgnoreCase) ? FindingSeverity.Error : FindingSeverity.Info,
        FilePath = path,
        Message = $"the file is larger than {limit:N0} bytes and was not read",
        Hint = "split it, ignore it, or raise the limit of the scan",
    };

    public static Finding Skipped(string code, string path, string message, string hint) => new()
    {
        Code = code,
        Severity = FindingSeverity.Warning,
        FilePath = path,
        Message = message,
        Hint = hint,
    };

    public static Finding Refused(string code, string path, string message, string hint) =>
        Skipped(code, path, message, hint) with { Severity = FindingSeverity.Error };
}
