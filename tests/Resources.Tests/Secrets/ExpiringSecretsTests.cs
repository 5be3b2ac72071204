using Alicerce.Modules.Resources.Secrets;
using Npgsql;

namespace Alicerce.Resources.Tests.Secrets;

public sealed class ExpiringSecretsTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private const string Secrets = "/api/v1/resources/secrets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_told_two_weeks_before_its_end_and_after_it_until_it_is_rotated()
    {
        var (key, now) = (SecretsFixture.NewKey(), TimeProvider.System.GetUtcNow());
        await fixture.Server.PostAsync(Secrets, new { Key = key, Value = "v", ExpiresAt = now.AddDays(90), OwnerId = 1 }, Ct);

        (await SeverityAsync(key, now)).ShouldBeNull();
        (await SeverityAsync(key, now.AddDays(75))).ShouldBeNull();
        (await SeverityAsync(key, now.AddDays(77))).ShouldBe("warning");
        (await SeverityAsync(key, now.AddDays(91))).ShouldBe("critical");

        await fixture.Client.PostAsync($"{Secrets}/rotate", new { Key = key, Value = "w", ExpiresAt = now.AddDays(200) }, Ct);
        (await SeverityAsync(key, now.AddDays(91))).ShouldBeNull();
    }

    [Fact]
    public async Task Rotating_gives_a_secret_as_long_again()
    {
        var (key, now) = (SecretsFixture.NewKey(), TimeProvider.System.GetUtcNow());
        await fixture.Server.PostAsync(Secrets, new { Key = key, Value = "v", ExpiresAt = now.AddDays(10) }, Ct);
        await fixture.ExecuteAsync("UPDATE resources.secrets SET created_at = created_at - interval '20 days' WHERE key = $1", Ct, key);

        await fixture.Client.PostAsync($"{Secrets}/rotate", new { Key = key, Value = "w" }, Ct);

        var expiry = await fixture.ScalarAsync<DateTime>("SELECT expires_at FROM resources.secrets WHERE key = $1", Ct, key);
        expiry.ShouldBe(now.AddDays(30).UtcDateTime, TimeSpan.FromMinutes(1));
    }

    private async Task<string?> SeverityAsync(string key, DateTimeOffset at)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.Address.AppConnectionString);
        return (await new ExpiringSecrets(source, new StandingClock(at)).FindAsync(Ct)).FirstOrDefault(breach => breach.Mensagem.Contains(key, StringComparison.Ordinal))?.Severidade;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
