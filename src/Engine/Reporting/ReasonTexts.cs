using System.Collections.Frozen;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>What each of <see cref="Reasons"/> says to a person (T004-72).</summary>
public static class ReasonTexts
{
    private static readonly FrozenDictionary<string, (string English, string Portuguese)> s_texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [Reasons.AuthError] = ("Sign-in is missing or not accepted", "Autenticação ausente ou recusada"),
        [Reasons.PermissionDenied] = ("Permission denied", "Permissão negada"),
        [Reasons.NotFound] = ("Not found", "Não encontrado"),
        [Reasons.ServerError] = ("The server failed", "O servidor falhou"),
        [Reasons.Timeout] = ("No answer in time", "Sem resposta a tempo"),
        [Reasons.ConnectionFailed] = ("No connection to the target", "Sem conexão com o alvo"),
        [Reasons.ConnectionRefusedByPolicy] = ("The egress rules refused the target", "As regras de saída recusaram o alvo"),
        [Reasons.BadAnswer] = ("The answer is not valid HTTP", "A resposta não é HTTP válido"),
        [Reasons.TooManyRedirects] = ("Too many redirects", "Redirecionamentos demais"),
        [Reasons.WrongStatus] = ("Another status than expected", "Status diferente do esperado"),
        [Reasons.WrongContentType] = ("Another content type than declared", "Tipo de conteúdo diferente do declarado"),
        [Reasons.SchemaMismatch] = ("The answer does not match its schema", "A resposta não segue o esquema"),
        [Reasons.SqlError] = ("The database refused the statement", "O banco de dados recusou o comando"),
        [Reasons.ErrorPage] = ("The page shows an error", "A página mostra um erro"),
        [Reasons.NotRejected] = ("Bad input was accepted", "Entrada inválida foi aceita"),
        [Reasons.TooSlow] = ("Slower than allowed", "Mais lento que o permitido"),
        [Reasons.AssertionFailed] = ("The answer is not as expected", "A resposta não é a esperada"),
        [Reasons.InvalidCase] = ("The case itself is wrong", "O próprio caso está errado"),
        [Reasons.UnknownVariable] = ("A variable or secret has no value", "Uma variável ou segredo não tem valor"),
        [Reasons.SecretRefused] = ("A secret may not be used here", "Um segredo não pode ser usado aqui"),
        [Reasons.Interrupted] = ("Interrupted and not safe to repeat", "Interrompido e inseguro de repetir"),
        [Reasons.Cancelled] = ("The run was cancelled", "A execução foi cancelada"),
        [Reasons.ProtectedEnvironment] = ("Left out: the environment is protected", "Omitido: o ambiente é protegido"),
        [Reasons.FindingConfirmed] = ("A known finding was confirmed", "Um achado conhecido foi confirmado"),
        [Reasons.NoDriver] = ("No driver for the datasource", "Sem driver para a fonte de dados"),
        [Reasons.NothingToUse] = ("An earlier step had nothing to use", "Um passo anterior não trouxe nada para usar"),
        [Reasons.NoDatasource] = ("The datasource is not registered", "A fonte de dados não está registrada"),
        [Reasons.Filtered] = ("Left out by the filter", "Omitido pelo filtro"),
        [Reasons.KnownFailure] = ("A known failure", "Uma falha conhecida"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text of a reason; "Unknown cause" when there is none or it is not of the vocabulary.</summary>
    public static string Of(string? reason, ReportLanguage language = ReportLanguage.English)
    {
        if (reason is not null && s_texts.TryGetValue(reason, out var text))
            return language == ReportLanguage.Portuguese ? text.Portuguese : text.English;
        return language == ReportLanguage.Portuguese ? "Causa desconhecida" : "Unknown cause";
    }
}
