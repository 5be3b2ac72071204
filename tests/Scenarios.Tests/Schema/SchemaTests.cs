using System.Text.Json;
using Npgsql;

namespace Alicerce.Scenarios.Tests.Schema;

public sealed class SchemaTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-DB-03")]
    [Trait("Trap", "T000-03")]
    public async Task A_listener_hears_of_each_change_without_its_vector()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        List<JsonElement> heard = [];
        connection.Notification += (_, e) => heard.Add(JsonElement.Parse(e.Payload));
        await ExecuteAsync(connection, "LISTEN faiss_update");
        await ExecuteAsync(connection, "INSERT INTO scenarios.scenarios (title) VALUES ('Ouvido')");
        await ExecuteAsync(connection, "UPDATE scenarios.scenarios SET description = 'outra' WHERE title = 'Ouvido'");
        await ExecuteAsync(connection, "UPDATE scenarios.scenarios SET updated_at = now() WHERE title = 'Ouvido'");
        await ExecuteAsync(connection, "DELETE FROM scenarios.scenarios WHERE title = 'Ouvido'");
        while (heard.Count(OfThis) < 3) await connection.WaitAsync(TimeSpan.FromSeconds(5), Ct);
        heard.Where(OfThis).Select(message => message.GetProperty("operation").GetString()).ShouldBe(["INSERT", "UPDATE", "DELETE"]);
        heard.Where(OfThis).Select(message => message.GetProperty("version").GetInt64()).ShouldBeInOrder();
        heard.Where(message => message.TryGetProperty("embedding", out _)).ShouldBeEmpty();

        static bool OfThis(JsonElement message) => message.TryGetProperty("version", out _);
    }

    [Fact]
    [Trait("Req", "S000-DB-04")]
    [Trait("Req", "S000-OPS-04")]
    public async Task The_table_has_its_trigger_for_every_kind_of_change()
    {
        (await fixture.SqlAsync("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'faiss_trigger'"))
            .ShouldBe("CREATE TRIGGER faiss_trigger AFTER INSERT OR DELETE OR UPDATE ON scenarios.scenarios FOR EACH ROW EXECUTE FUNCTION scenarios.notify_faiss_update()");
        (await fixture.SqlAsync("SELECT count(*) FROM pg_trigger WHERE tgname = 'faiss_truncate_trigger'")).ShouldBe(1L);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Constants of this test.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Ct);
    }
}
