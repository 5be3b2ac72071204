using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Server.Tests.Starting;

public sealed class RefusedExtensionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_whose_owner_may_not_make_an_extension_starts_and_logs_one_line_with_the_command_for_an_administrator()
    {
        var module = new Wishing();
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["LOG_LEVEL"] = "INFO" }, module);

        (await server.Anonymous.GetAsync("/health", Ct)).IsSuccessStatusCode.ShouldBeTrue();
        module.Lines.Where(line => line.Contains("pageinspect", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldEndWith($"an administrator runs in the database '{fixture.Database.Name}': CREATE EXTENSION \"pageinspect\" SCHEMA public;");
    }

    /// <summary>A module that would use an extension which only a superuser may make.</summary>
    private sealed class Wishing : LogListener
    {
        public override ModuleSchema? Schema { get; } = PlatformDb.ForMigrations with { OptionalExtensions = ["pageinspect"] };
    }
}
