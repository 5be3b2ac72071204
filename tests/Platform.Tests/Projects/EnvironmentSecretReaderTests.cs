using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Tests.Projects;

public sealed class EnvironmentSecretReaderTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DB_PASSWORD", "s3cret")]
    [InlineData("db-password", "s3cret")]
    [InlineData("other", null)]
    [InlineData("", null)]
    public async Task A_secret_is_read_from_the_variable_of_its_project_environment_and_key(string key, string? expected)
    {
        var (project, environment) = await AddAsync("online-shop", "staging");
        (await ReaderOf(("ONLINE_SHOP__STAGING__DB_PASSWORD", "s3cret")).ReadAsync(key, project, environment, Ct)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_secret_is_found_only_in_its_own_scope()
    {
        var (shop, staging) = await AddAsync("scoped", "staging");
        var (_, production) = await AddAsync("scoped", "production");
        var (other, otherStaging) = await AddAsync("other", "staging");
        var reader = ReaderOf(("SCOPED__STAGING__KEY", "s3cret"));

        (await reader.ReadAsync("KEY", shop, staging, Ct)).ShouldBe("s3cret");
        (await reader.ReadAsync("KEY", shop, production, Ct)).ShouldBeNull();
        (await reader.ReadAsync("KEY", other, otherStaging, Ct)).ShouldBeNull();
        (await reader.ReadAsync("KEY", other, staging, Ct)).ShouldBeNull();
        (await reader.ReadAsync("KEY", shop, null, Ct)).ShouldBeNull();
        (await reader.ReadAsync("STAGING__KEY", shop, production, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_keys_that_are_written_alike_are_refused_by_name()
    {
        var (project, environment) = await AddAsync("alike", "local");
        var reader = ReaderOf(("ALIKE__LOCAL__DB_PASSWORD", "s3cret"));
        await reader.ReadAsync("db-password", project, environment, Ct);
        (await reader.ReadAsync("db-password", project, environment, Ct)).ShouldBe("s3cret");

        var refused = await Should.ThrowAsync<SecretRefusedException>(async () => await reader.ReadAsync("db.password", project, environment, Ct));

        refused.Message.ShouldBe(
            "The secrets 'db-password' and 'db.password' are both read from ALICERCE_SECRET_ALIKE__LOCAL__DB_PASSWORD, so which one is meant is unknown: rename one of them.");
    }

    [Theory]
    [InlineData("DB_PASSWORD", false)]
    [InlineData("SHOP__DB_PASSWORD", false)]
    [InlineData("shop__local__KEY", false)]
    [InlineData("SHOP__LOCAL__", false)]
    [InlineData("SHOP__LOCAL__KEY", true)]
    [InlineData("ONLINE_SHOP__LOCAL_2___KEY__2", true)]
    public void A_variable_that_no_secret_is_read_from_is_a_mistake_of_the_settings(string name, bool isGood)
    {
        var mistakes = EnvironmentSecretReader.CheckConfiguration(Settings((name, "s3cret"))).ToList();

        mistakes.Count.ShouldBe(isGood ? 0 : 1);
        mistakes.ShouldAllBe(mistake => mistake.StartsWith($"ALICERCE_SECRET_{name} names no secret: write ") && !mistake.Contains("s3cret"));
    }

    private EnvironmentSecretReader ReaderOf(params (string Name, string Value)[] variables) => new(Settings(variables), postgres.Source);

    private static IConfigurationRoot Settings(params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.ToDictionary(v => $"ALICERCE_SECRET_{v.Name}".Replace("__", ":", StringComparison.Ordinal), v => (string?)v.Value)).Build();

    private async Task<(int Project, int Environment)> AddAsync(string project, string environment)
    {
        await using var command = postgres.Source.CreateCommand(
            """
            WITH project AS (INSERT INTO platform.projects (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id)
            INSERT INTO platform.environments (project_id, name, is_protected, is_self_test, variables, approved_hosts) SELECT id, $2, false, false, '{}', '{}' FROM project
            ON CONFLICT (project_id, name) DO UPDATE SET name = excluded.name RETURNING project_id, id
            """);
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue(environment);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        await reader.ReadAsync(Ct);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }
}
