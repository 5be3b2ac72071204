using Alicerce.Harness;
using Alicerce.Platform.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Tests.Data;

public sealed class UpkeepTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_and_password_links_are_forgotten_a_week_after_their_end()
    {
        await using (var made = postgres.Source.CreateCommand("""
            WITH someone AS (INSERT INTO platform.users (name, role, is_active) VALUES ('Ana', 'viewer', true) RETURNING id),
            ends (label, at) AS (VALUES ('old', now() - interval '8 days'), ('recent', now() - interval '6 days'), ('open', now() + interval '1 hour')),
            sessions AS (
                INSERT INTO platform.sessions (user_id, token_hash, expires_at, last_seen_at, user_agent)
                SELECT someone.id, sha256(label::bytea), at, now(), label FROM someone, ends)
            INSERT INTO platform.password_links (user_id, token_hash, expires_at) SELECT someone.id, sha256(label::bytea), at FROM someone, ends
            """)) await made.ExecuteNonQueryAsync(Ct);

        await new Upkeep(postgres.Source, TimeProvider.System, NullLogger<Upkeep>.Instance).ForgetAsync(Ct);

        await using var left = postgres.Source.CreateCommand("""
            SELECT (SELECT string_agg(user_agent, ',' ORDER BY user_agent DESC) FROM platform.sessions) || ' ' || (SELECT count(*) FROM platform.password_links)
            """);
        (await left.ExecuteScalarAsync(Ct)).ShouldBe("recent,open 2");
    }
}
