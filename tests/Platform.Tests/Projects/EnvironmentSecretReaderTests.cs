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
    [InlineData("db_password", "s3cret")]
    [InlineData("other", null)]
    [InlineData("", null)]
    public async Task A_secret_is_read_from_the_variable_of_its_project_environment_and_key(string key, string? expected)
    {
        var (project, environment) = await AddAsync("online-shop", "staging");
        (await ReaderOf(("ONLINE_SHOP__STAGING__DB_PASSWORD", "s3cret")).OpenAsync(project, environment, [], "test", Ct)).Find(key).ShouldBe(expected);
    }

    [Fact]
    public async Task A_secret_is_found_only_in_its_own_scope()
    {
        var (shop, staging) = await AddAsync("scoped", "staging");
        var (_, production) = await AddAsync("scoped", "production");
        var (other, otherStaging) = await AddAsync("other", "staging");
        var reader = ReaderOf(("SCOPED__STAGING__KEY", "s3cret"));

        (await reader.OpenAsync(shop, staging, [], "test", Ct)).Find("KEY").ShouldBe("s3cret");
        (await reader.OpenAsync(shop, production, [], "test", Ct)).Find("KEY").ShouldBeNull();
        (await reader.OpenAsync(other, otherStaging, [], "test", Ct)).Find("KEY").ShouldBeNull();
        (await reader.OpenAsync(other, staging, [], "test", Ct)).Find("KEY").ShouldBeNull();
        (await reader.OpenAsync(shop, null, [], "test", Ct)).Find("KEY").ShouldBeNull();
        (await reader.OpenAsync(shop, production, [], "test", Ct)).Find("STAGING__KEY").ShouldBeNull();
    }

    [Theory]
    [InlineData("db-password", "db_password")]
    [InlineData("db.password", "db_password")]
    [InlineData("São", "S_o")]
    public async Task A_key_with_other_characters_than_a_variable_has_is_refused(string key, string better)
    {
        var (project, environment) = await AddAsync("alike", "local");
        var scope = await ReaderOf(("ALIKE__LOCAL__DB_PASSWORD", "s3cret")).OpenAsync(project, environment, [], "test", Ct);

        Should.Throw<SecretRefusedException>(() => scope.Find(key)).Message
            .ShouldBe($"The secret '{key}' cannot be read from a variable: name it with letters, digits and _ only, like '{better}'.");
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
