namespace Loja.Api;

/// <summary><c>/api/status</c>, and <c>/api/frete</c>: the endpoint that <c>servicos/frete.q</c> declares.</summary>
internal static class ServiceApi
{
    public static void Map(IEndpointRouteBuilder api, Faults faults)
    {
        if (faults.Has(Fault.AnyMethodAccepted)) api.Map("/status", StatusAsync);
        else api.MapGet("/status", StatusAsync);
        api.MapGet("/frete", Freight);
    }

    private static async Task<IResult> StatusAsync(HttpContext http, Database database, Faults faults, TimeProvider clock, CancellationToken token)
    {
        if (faults.Has(Fault.ConnectionCut))
        {
            http.Response.ContentLength = 200;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"situacao\": \"o", token);
            await http.Response.Body.FlushAsync(token);
            http.Abort();
            return Results.Empty;
        }
        var products = await database.QueryAsync("select count(*) from produtos where ativo", row => row.GetInt64(0), token);
        var status = new { situacao = "ok", versao = "1.0.0", produtos = products[0], agora = clock.GetUtcNow() };
        return Results.Json(status, contentType: faults.Has(Fault.WrongContentType) ? "text/html; charset=utf-8" : "application/json; charset=utf-8");
    }

    private static IResult Freight(string? cep) => cep is not null && Formats.Cep().IsMatch(cep)
        ? Results.Json(new { cep, valorCentavos = 1990, prazoDias = 5 })
        : Problems.Invalid(StatusCodes.Status400BadRequest, "cep deve ter a forma 00000-000");
}
