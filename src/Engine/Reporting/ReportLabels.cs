using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>The languages that reports are told in (D16).</summary>
public enum ReportLanguage { English, Portuguese }

/// <summary>Which <see cref="ReportLanguage"/> a person wants.</summary>
public static class ReportLanguages
{
    /// <summary>Reads <c>pt-BR</c>, <c>pt_BR.UTF-8</c> or <c>en</c>; null for any other language.</summary>
    public static ReportLanguage? Find(string? name) => name?.Split('-', '_', '.')[0].ToLowerInvariant() switch
    {
        "pt" => ReportLanguage.Portuguese,
        "en" or "c" or "posix" => ReportLanguage.English,
        _ => null,
    };
}

/// <summary>The words of the HTML report in one language; what a target or a case said stays as it was.</summary>
/// <param name="Code">As in the page's <c>lang</c>.</param>
/// <param name="Shown">How many cases a filter shows: {0} of {1}.</param>
internal sealed record ReportLabels(
    string Code, string Passed, string Failed, string Error, string Skipped, string Cancelled, string Flaky, string All,
    string Cases, string PassedCount, string FailedCount, string Errors, string SkippedCount, string FlakyCount, string Findings, string Duration, string NoEnvironment, string Seed,
    string Coverage, string Kind, string Found, string WithCase, string Pages, string Actions, string Forms, string Queries,
    string Show, string Shown, string CaseCount, string MoreCauses, string MoreSamples, string MoreCases,
    string Attempt, string Request, string Response, string Bytes, string Cut, string DoItAgain, string Check, string Expected, string Actual, string Nothing)
{
    private static readonly ReportLabels s_english = new(
        "en", "passed", "failed", "error", "skipped", "cancelled", "flaky", "all",
        "Cases", "Passed", "Failed", "Errors", "Skipped", "Flaky", "Findings", "Duration", "no environment", "seed",
        "Coverage", "Kind", "Found", "With a case", "pages", "actions", "forms", "queries",
        "Show", "{0} of {1} shown", "{0} cases", "{0} failures have further causes.", "… and {0} more", "{0} more cases are not listed here; the JUnit and CTRF reports hold them all.",
        "attempt", "Request", "Response", "bytes", "cut", "Do it again", "Check", "Expected", "Actual", "(nothing)");

    private static readonly ReportLabels s_portuguese = new(
        "pt-BR", "passou", "falhou", "erro", "pulado", "cancelado", "instável", "todos",
        "Casos", "Passaram", "Falharam", "Erros", "Pulados", "Instáveis", "Achados", "Duração", "sem ambiente", "semente",
        "Cobertura", "Tipo", "Encontrados", "Com caso", "páginas", "ações", "formulários", "consultas",
        "Mostrar", "{0} de {1} mostrados", "{0} casos", "{0} falhas têm outras causas.", "… e mais {0}", "Outros {0} casos não estão listados aqui; os relatórios JUnit e CTRF trazem todos.",
        "tentativa", "Requisição", "Resposta", "bytes", "cortado", "Repetir", "Verificação", "Esperado", "Obtido", "(nada)");

    public static ReportLabels Of(ReportLanguage language) => language == ReportLanguage.Portuguese ? s_portuguese : s_english;

    public ReportLanguage Language => ReferenceEquals(this, s_portuguese) ? ReportLanguage.Portuguese : ReportLanguage.English;

    public string Of(CaseStatus status) => status switch { CaseStatus.Passed => Passed, CaseStatus.Failed => Failed, CaseStatus.Skipped => Skipped, _ => Error };

    /// <summary>A kind of <see cref="CoverageShare"/>.</summary>
    public string OfKind(string kind) => kind switch { "pages" => Pages, "actions" => Actions, "forms" => Forms, "queries" => Queries, _ => kind };
}
