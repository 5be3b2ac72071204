namespace Loja.Api;

/// <summary>Refusals of the API, all in one shape: RFC 9457 as <c>application/problem+json</c>.</summary>
internal static class Problems
{
    public static IResult Of(int status, string title, IReadOnlyList<string>? errors = null) =>
        Results.Json(
            new { type = "about:blank", title, status, erros = errors ?? [] }, statusCode: status, contentType: "application/problem+json");

    /// <summary>With the usual title of the status.</summary>
    public static IResult Of(int status) => Of(status, TitleOf(status));

    public static IResult Invalid(int status, params IReadOnlyList<string> errors) => Of(status, "Dados inválidos", errors);

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Não encontrado",
        StatusCodes.Status405MethodNotAllowed => "Método não permitido",
        StatusCodes.Status413PayloadTooLarge => "Corpo grande demais",
        >= 500 => "Erro interno",
        _ => "Requisição inválida",
    };
}
