using System.Globalization;
using System.Text.Json;
using Loja.Pages;
using Npgsql;

namespace Loja.Api;

/// <summary><c>/api/produtos</c>: the catalogue. Deleting takes a product out of the catalogue and keeps its row, because orders refer to it.</summary>
internal static class ProductsApi
{
    private const string Columns = "id, sku, nome, descricao, categoria, preco_centavos, estoque, ativo, atualizado_em";

    private sealed record Product(
        int Id, string Sku, string? Nome, string? Descricao, string Categoria, int PrecoCentavos, int Estoque, bool Ativo, DateTime AtualizadoEm);

    private sealed record Input(string Sku, string Name, string? Description, string Category, int Cents, int Stock);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/produtos", ListAsync);
        api.MapPost("/produtos", CreateAsync);
        api.MapGet("/produtos/{id}", GetAsync);
        api.MapPut("/produtos/{id}", ReplaceAsync);
        api.MapDelete("/produtos/{id}", DeleteAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, Database database, Faults faults, CancellationToken token)
    {
        var errors = new List<string>();
        var isBounded = !faults.Has(Fault.QueryRangeNotChecked);
        var limit = Number(request, "limit", 20, 1, isBounded ? 100 : int.MaxValue, errors);
        var offset = Number(request, "offset", 0, 0, isBounded ? 10_000 : int.MaxValue, errors);
        var category = request.Query["categoria"];
        if (category.Count > 0 && !CatalogPages.Categories.Contains(category.ToString()))
            errors.Add($"categoria deve ser um de: {string.Join(", ", CatalogPages.Categories)}");
        if (errors.Count > 0) return Problems.Invalid(StatusCodes.Status400BadRequest, errors);

        var items = await database.QueryAsync(
            $"select {Columns} from produtos where ativo and (@p0 = '' or categoria = @p0) order by id limit @p1 offset @p2",
            Read, token, category.ToString(), Math.Min(limit, 1000), offset);
        var total = await database.QueryAsync(
            "select count(*) from produtos where ativo and (@p0 = '' or categoria = @p0)", row => row.GetInt64(0), token, category.ToString());
        if (faults.Has(Fault.InvalidJson)) return Results.Text("{\"itens\": [,], \"total\": ", "application/json");
        if (faults.Has(Fault.RequiredFieldNull)) items = [.. items.Select(item => item with { Nome = null })];
        return Results.Json(new { itens = items, total = total[0], limit, offset });
    }

    private static Task<IResult> CreateAsync(HttpRequest request, Database database, Faults faults, CancellationToken token) =>
        Bodies.ReadAsync(request, faults, fields => ReadInput(fields, !faults.Has(Fault.BodyEnumNotChecked)), async input =>
        {
            // With the fault on, an unknown category is taken; the table still wants a known one.
            var category = CatalogPages.Categories.Contains(input.Category) ? input.Category : CatalogPages.Categories[0];
            var created = await database.QueryAsync(
                $"""
                insert into produtos (sku, nome, descricao, categoria, preco_centavos, estoque, destaque)
                values (@p0, @p1, @p2, @p3, @p4, @p5, false) returning {Columns}
                """,
                Read, token, input.Sku, input.Name, input.Description, category, input.Cents, input.Stock);
            if (faults.Has(Fault.WrongSuccessStatus)) return Results.Json(created[0]);
            return Results.Created($"/api/produtos/{created[0].Id}", created[0]);
        });

    private static async Task<IResult> GetAsync(string id, Database database, Faults faults, CancellationToken token)
    {
        if (!TryId(id, out var number)) return BadId();
        var found = await database.QueryAsync($"select {Columns} from produtos where id = @p0", Read, token, number);
        if (found is not [var product])
            return faults.Has(Fault.UnknownIdFails) ? throw new InvalidOperationException("Sequence contains no elements") : Problems.NotFound();
        var answer = JsonSerializer.SerializeToNode(product, JsonSerializerOptions.Web)!.AsObject();
        if (faults.Has(Fault.FieldRenamed))
        {
            answer.Remove("precoCentavos");
            answer["preco"] = product.PrecoCentavos;
        }
        // Planted bug 3: the document says date-time, the answer holds seconds since 1970.
        if (faults.Bugs) answer["atualizadoEm"] = new DateTimeOffset(product.AtualizadoEm).ToUnixTimeSeconds();
        return Results.Json(answer);
    }

    private static async Task<IResult> ReplaceAsync(string id, HttpRequest request, Database database, Faults faults, CancellationToken token)
    {
        if (!TryId(id, out var number)) return BadId();
        return await Bodies.ReadAsync(request, faults, fields => ReadInput(fields, checkCategory: true), async input =>
        {
            var changed = await database.QueryAsync(
                $"""
                update produtos set sku = @p1, nome = @p2, descricao = @p3, categoria = @p4, preco_centavos = @p5, estoque = @p6, atualizado_em = now()
                where id = @p0 returning {Columns}
                """,
                Read, token, number, input.Sku, input.Name, input.Description, input.Category, input.Cents, input.Stock);
            return changed is [var product] ? Results.Json(product) : Problems.NotFound();
        });
    }

    private static async Task<IResult> DeleteAsync(string id, Database database, CancellationToken token)
    {
        if (!TryId(id, out var number)) return BadId();
        return await database.ExecuteAsync("update produtos set ativo = false where id = @p0", token, number) == 1 ? Results.NoContent() : Problems.NotFound();
    }

    private static Input ReadInput(JsonFields fields, bool checkCategory) => new(
        fields.Text("sku", 8, 8, Formats.Sku()),
        fields.Text("nome", 3, 120),
        fields.OptionalText("descricao", 2000),
        checkCategory ? fields.OneOf("categoria", CatalogPages.Categories) : fields.Text("categoria", 0, 1000),
        fields.Integer("precoCentavos", 1, 10_000_000),
        fields.Integer("estoque", 0, 100_000));

    private static Product Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6),
        row.GetBoolean(7), row.GetDateTime(8));

    private static int Number(HttpRequest request, string name, int fallback, int min, int max, List<string> errors)
    {
        var values = request.Query[name];
        if (values.Count == 0) return fallback;
        // TryParse takes NUL at the end of a number.
        if (!values.ToString().Contains('\0', StringComparison.Ordinal)
            && int.TryParse(values.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        errors.Add($"{name} deve ser um inteiro de {min} a {max}");
        return fallback;
    }

    private static bool TryId(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    private static IResult BadId() => Problems.Invalid(StatusCodes.Status400BadRequest, "id deve ser um inteiro positivo");
}
