using System.Text.Json.Nodes;

namespace Loja.Api;

/// <summary><c>/api/clientes</c>: registration of a customer.</summary>
internal static class CustomersApi
{
    private sealed record Input(string Name, string Email, string Cpf, string? Phone, string Cep, JsonObject Contact);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/clientes", CreateAsync);

    private static Task<IResult> CreateAsync(HttpRequest request, Database database, Faults faults, CancellationToken token) =>
        Bodies.ReadAsync(
            request, faults,
            fields => new Input(
                fields.Text("nome", 2, faults.Has(Fault.BodyLengthNotChecked) ? int.MaxValue : 100),
                fields.Text("email", 6, 254, Pages.ActionParam.Email()),
                fields.Text("cpf", 14, 14, Formats.Cpf(), "cpf"),
                fields.OptionalText("telefone", 15, Formats.Phone()),
                fields.Text("cep", 9, 9, Formats.Cep()),
                Contact(fields.Object("contato"))),
            async input =>
            {
                var created = await database.QueryAsync(
                    "insert into clientes (nome, email, cpf, telefone, cep, contato) values (@p0, @p1, @p2, @p3, @p4, @p5::jsonb) returning id, criado_em",
                    row => (Id: row.GetInt32(0), At: row.GetDateTime(1)), token,
                    input.Name, input.Email, input.Cpf, input.Phone, input.Cep, input.Contact.ToJsonString());
                object id = faults.Has(Fault.TypeChanged) ? $"{created[0].Id}" : created[0].Id;
                return Results.Json(
                    new
                    {
                        id,
                        criadoEm = created[0].At,
                        nome = input.Name,
                        email = input.Email,
                        cpf = input.Cpf,
                        telefone = input.Phone,
                        cep = input.Cep,
                        contato = input.Contact,
                    },
                    statusCode: StatusCodes.Status201Created);
            });

    /// <summary>One of two shapes, told apart by <c>tipo</c>.</summary>
    private static JsonObject Contact(JsonFields fields)
    {
        var kind = fields.OneOf("tipo", "email", "whatsapp");
        var contact = new JsonObject { ["tipo"] = kind };
        if (kind == "email") contact["horario"] = fields.OneOf("horario", "manha", "tarde", "noite");
        if (kind == "whatsapp") contact["numero"] = fields.Text("numero", 14, 15, Formats.Phone());
        fields.Close();
        return contact;
    }
}
