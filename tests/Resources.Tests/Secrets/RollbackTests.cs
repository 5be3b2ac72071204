using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Secrets;

/// <summary>An older state of the whole database is put back, audit log and all: in itself it is sound, and what is kept outside says that it is old (D9).</summary>
public sealed class RollbackTests(RollbackTests.Fixture fixture) : IClassFixture<RollbackTests.Fixture>
{
    public sealed class Fixture : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_ALERT_INTERVAL_SECONDS"] = "5", ["ALICERCE_ALERT_FOR_SECONDS"] = "0" };
    }

    private static readonly string[] s_tables = ["resources.secrets", "resources.secret_versions", "platform.audit_log"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rotated_secret_that_comes_back_with_the_whole_database_is_found_and_people_are_told()
    {
        var server = fixture.Server;
        await server.PostAsync("/api/v1/resources/secrets", new { Key = "DB_PASSWORD", Value = "leaked" }, Ct);
        await SealedAsync();
        await ExecuteAsync(string.Concat(s_tables.Select(table => $"CREATE TABLE public.old_{Plain(table)} AS TABLE {table};")));
        await server.PostAsync("/api/v1/resources/secrets/rotate", new { Key = "DB_PASSWORD", Value = "rotated" }, Ct);
        await SealedAsync();
        (await server.GetAsync("/api/v1/audit/verification", Ct)).GetProperty("is_sound").GetBoolean().ShouldBeTrue();

        await ExecuteAsync("SET session_replication_role = replica; " + string.Concat(s_tables.Select(table =>
            $"DELETE FROM {table}; INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM public.old_{Plain(table)};")));

        (await server.PostAsync("/api/v1/resources/secrets/reveal", new { Key = "DB_PASSWORD" }, Ct)).GetProperty("value").GetString().ShouldBe("leaked");
        var fault = (await server.GetAsync("/api/v1/audit/verification", Ct)).GetProperty("fault");
        fault.GetProperty("kind").GetString().ShouldBe("set_back");
        await Eventually.BecomesTrueAsync(async () => (await server.GetAsync("/api/v1/alerts", Ct)).ToString().Contains("auditoria_retrocedida", StringComparison.Ordinal), "people are told", Ct);
    }

    private static string Plain(string table) => table.Replace('.', '_');

    private Task SealedAsync() => Eventually.BecomesTrueAsync(
        async () =>
        {
            await using var command = fixture.Database.Source.CreateCommand("SELECT count(*) FROM platform.audit_log WHERE seal_no IS NULL");
            return await command.ExecuteScalarAsync(Ct) is 0L;
        },
        "all is sealed", Ct);

    private async Task ExecuteAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
