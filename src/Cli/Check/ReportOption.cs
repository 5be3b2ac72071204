using Alicerce.Engine.Reporting;

namespace Alicerce.Cli.Check;

/// <summary>Reads <c>--report junit=FILE</c>.</summary>
internal static class ReportOption
{
    private const string Known = "junit, ctrf, html, markdown";

    public static IReadOnlyList<IRunListener> Open(IEnumerable<string> options) => [.. options.Select(Open)];

    private static IRunListener Open(string option)
    {
        var (format, file) = option.Split('=', 2) is [var f, var p] && p.Length > 0
            ? (f, Path.GetFullPath(p))
            : throw new UserError($"--report '{option}' must have the form FORMAT=FILE with one of {Known}.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return format switch
        {
            "junit" => new JUnitReport(file),
            "ctrf" => new CtrfReport(file),
            "html" => new HtmlReport(file),
            "markdown" => new MarkdownReport(file),
            _ => throw new UserError($"--report knows no format '{format}'; it knows {Known}."),
        };
    }
}
