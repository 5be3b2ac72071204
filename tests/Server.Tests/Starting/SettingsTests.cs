using Alicerce.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Server.Tests.Starting;

public sealed class SettingsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, LogLevel.Information)]
    [InlineData("DEBUG", LogLevel.Debug)]
    [InlineData("WARNING", LogLevel.Warning)]
    [InlineData("ERROR", LogLevel.Error)]
    [Trait("Req", "S001-OBS-02")]
    public async Task One_console_shows_what_the_level_of_the_settings_says(string? setting, LogLevel level)
    {
        Read(("LOG_LEVEL", setting)).LogLevel.ShouldBe(level);
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["LOG_LEVEL"] = setting is null or "DEBUG" ? "CRITICAL" : setting });
        server.Services.GetServices<ILoggerProvider>().ShouldHaveSingleItem();
        var log = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("alicerce");
        if (setting is null or "DEBUG") return; // The test's own output would be full of it.
        (log.IsEnabled(level), log.IsEnabled(level - 1)).ShouldBe((true, false));
    }

    [Fact]
    [Trait("Trap", "T001-42")]
    public async Task The_pool_is_as_large_as_the_settings_say()
    {
        Read().PoolSize.ShouldBe(30, "20 and 10 for a moment of many requests");
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["DB_POOL_SIZE"] = "7", ["DB_MAX_OVERFLOW"] = "4" });
        var pool = new NpgsqlConnectionStringBuilder(server.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);
        (pool.MaxPoolSize, pool.ConnectionLifetime).ShouldBe((11, 3600));
    }

    private static ServerOptions Read(params (string Name, string? Value)[] settings)
    {
        var mistakes = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)).Append(new("ALICERCE_DATA", Path.GetTempPath()))).Build();
        return ServerOptions.Read(configuration, [], mistakes).ShouldNotBeNull(string.Join('\n', mistakes));
    }
}
