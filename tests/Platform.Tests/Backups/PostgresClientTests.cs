using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Tests.Backups;

public sealed class PostgresClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_no_pg_dump_is_new_enough_the_message_says_which_package_to_install()
    {
        var refusal = await Should.ThrowAsync<StartupException>(() => PostgresClient.LocateAsync(null, serverMajor: 99, Ct));

        refusal.Message.ShouldContain("pg_dump and pg_restore of PostgreSQL 99 or newer are needed");
        refusal.Message.ShouldContain("apt-get install postgresql-client-99");
    }

    [Fact]
    public void The_password_is_handed_over_as_a_variable_and_TLS_as_it_was_asked_for()
    {
        DatabaseUrl.TryParse("postgres://alice:p%20w@db.example:6543/shop?sslmode=verify-full", out var connectionString, out _).ShouldBeTrue();

        var variables = PostgresClient.VariablesFor(connectionString);

        (variables["PGHOST"], variables["PGPORT"], variables["PGUSER"], variables["PGPASSWORD"], variables["PGDATABASE"], variables["PGSSLMODE"])
            .ShouldBe(("db.example", "6543", "alice", "p w", "shop", "verify-full"));
    }
}
