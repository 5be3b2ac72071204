using System.CommandLine;
using System.Text.RegularExpressions;
using Alicerce.Engine.Reporting;

namespace Alicerce.Cli.Check;

/// <summary>The reports that a person asked for.</summary>
/// <param name="Files">Each as <c>FORMAT=FILE</c>.</param>
internal sealed record ReportFiles(IReadOnlyList<string> Files, ReportLanguage Language);

/// <summary><c>--report junit=FILE</c> and <c>--lang pt-BR</c>.</summary>
internal static partial class ReportOption
{
    private const string Known = "junit, ctrf, html, markdown";

    public static readonly Option<string[]> Files = new("--report") { Description = "junit=FILE, ctrf=FILE, html=FILE or markdown=FILE.", AllowMultipleArgumentsPerToken = false };

    public static readonly Option<string?> Language = new Option<string?>("--lang") { Description = "Language of the HTML report, en or pt-BR; that of LC_ALL or LANG when it is not given.", HelpName = "language" }
        .AcceptOnlyFromAmong("en", "pt-BR");

    public static ReportFiles Read(ParseResult parsed)
    {
        string?[] wishes = [parsed.GetValue(Language), .. new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).Where(value => !string.IsNullOrEmpty(value)).Take(1)];
        return new ReportFiles(parsed.GetValue(Files) ?? [], wishes.Select(ReportLanguages.Find).FirstOrDefault(language => language is not null) ?? ReportLanguage.English);
    }

    public static IReadOnlyList<IRunListener> Open(ReportFiles reports) => [.. reports.Files.Select(file => Open(file, reports.Language))];

    private static IRunListener Open(string option, ReportLanguage language)
    {
        var (format, file) = option.Split('=', 2) is [var f, var p] && p.Length > 0
            ? (f, Path.GetFullPath(p))
            : throw new UserError($"--report '{option}' must have the form FORMAT=FILE with one of {Known}.");
        if (SecondReport().Match(file) is { Success: true } second)
            throw new UserError($"--report '{option}' names two reports; write --report once for each: --report {option[..^(file.Length - second.Index)]} --report {second.Value[1..]}…");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return format switch
        {
            "junit" => new JUnitReport(file),
            "ctrf" => new CtrfReport(file),
            "html" => new HtmlReport(file, language: language),
            "markdown" => new MarkdownReport(file),
            _ => throw new UserError($"--report knows no format '{format}'; it knows {Known}."),
        };
    }

    [GeneratedRegex(",(?:junit|ctrf|html|markdown)=", RegexOptions.NonBacktracking)]
    private static partial Regex SecondReport();
}
