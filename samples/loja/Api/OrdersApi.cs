using System.Text.Json;

namespace Loja.Api;

/// <summary><c>/api/pedidos</c>: the orders of the user whose token is sent, and <c>/api/token</c>, which gives that token.</summary>
internal static class OrdersApi
{
    private const string TokenPurpose = "bearer";
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    private sealed record Ticket(int UserId, long Until);

    private sealed record Line(string Sku, int Quantidade);

    private sealed record Order(int Id, string Situacao, string? Observacao, DateTime CriadoEm, JsonElement Itens);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/token", TokenAsync);
        var orders = api.MapGroup("/pedidos").AddEndpointFilter(RequireTokenAsync);
        orders.MapGet("", ListAsync);
        orders.MapPost("", CreateAsync);
    }

    private static Task<IResult> TokenAsync(
        HttpRequest request, Accounts accounts, Signatures signatures, Faults faults, TimeProvider clock, CancellationToken token) =>
        Bodies.ReadAsync(
            request, faults,
            fields => (Email: fields.Text("email", 6, 254, Pages.ActionParam.Email()), Password: fields.Text("senha", 8, 72)),
            async input =>
            {
                var user = await accounts.SignInAsync(input.Email, input.Password, token);
                if (user is null) return Problems.Of(StatusCodes.Status401Unauthorized, "E-mail ou senha incorretos");
                var ticket = new Ticket(user.Id, (clock.GetUtcNow() + TokenLifetime).ToUnixTimeSeconds());
                return Results.Json(new { token = signatures.Sign(TokenPurpose, ticket), tipo = "Bearer", expiraEm = (int)TokenLifetime.TotalSeconds });
            });

    /// <summary>Answers 401 unless a valid token came with the request; the user's id is left for the handlers.</summary>
    private static async ValueTask<object?> RequireTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var header = http.Request.Headers.Authorization.ToString();
        var ticket = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? services.GetRequiredService<Signatures>().Verify<Ticket>(TokenPurpose, header["Bearer ".Length..].Trim())
            : null;
        if (ticket is not null && ticket.Until < services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()) ticket = null;
        if (ticket is null && services.GetRequiredService<Faults>().Has(Fault.BearerIgnored)) ticket = new Ticket(1, 0);
        if (ticket is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, "Token ausente ou inválido");
        }
        http.Items[nameof(Ticket.UserId)] = ticket.UserId;
        return await next(context);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, CancellationToken token) =>
        Results.Json(await ReadAsync(database, "p.usuario_id = @p0", (int)http.Items[nameof(Ticket.UserId)]!, token));

    private static Task<IResult> CreateAsync(HttpRequest request, Database database, Faults faults, CancellationToken token) =>
        Bodies.ReadAsync(
            request, faults,
            fields => (
                Lines: fields.List("itens", 1, 20, item => new Line(item.Text("sku", 8, 8, Formats.Sku()), item.Integer("quantidade", 1, 99))),
                Note: fields.OptionalText("observacao", 300)),
            async input =>
            {
                var ids = await database.QueryAsync(
                    """
                    with pedido as (insert into pedidos (usuario_id, observacao) values (@p0, @p1) returning id),
                         itens as (insert into itens_pedido (pedido_id, linha, sku, quantidade)
                                   select pedido.id, linha, sku, quantidade from pedido, unnest(@p2, @p3) with ordinality as t (sku, quantidade, linha))
                    select id from pedido
                    """,
                    row => row.GetInt32(0), token, request.HttpContext.Items[nameof(Ticket.UserId)], input.Note,
                    input.Lines.Select(line => line.Sku).ToArray(), input.Lines.Select(line => line.Quantidade).ToArray());
                var created = await ReadAsync(database, "p.id = @p0", ids[0], token);
                return Results.Json(created[0], statusCode: StatusCodes.Status201Created);
            });

    private static Task<List<Order>> ReadAsync(Database database, string where, int value, CancellationToken token) =>
        database.QueryAsync(
            $"""
            select p.id, p.situacao, p.observacao, p.criado_em,
              coalesce((select json_agg(json_build_object('sku', i.sku, 'quantidade', i.quantidade) order by i.linha)
                        from itens_pedido i where i.pedido_id = p.id), '[]')::text
            from pedidos p where {where} order by p.id desc limit 50
            """,
            row => new Order(
                row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetDateTime(3), JsonElement.Parse(row.GetString(4))),
            token, value);
}
