using System.Net;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Starting;

public sealed class SecretRotationTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Old = "old-0123456789abcdef0123456789abcdef";
    private const string New = "new-0123456789abcdef0123456789abcdef";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-SEC-09")]
    public async Task Every_secret_has_a_written_way_to_be_exchanged_and_that_of_the_services_key_shuts_nobody_out()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "runbooks", "rotate-secrets.md"), Ct);
        PrintedSettings.Table.Where(setting => setting.Shown != Shown.Plainly).Select(setting => setting.Name).Where(name => !guide.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();

        (await AskAsync(Old, Old)).ShouldBe(HttpStatusCode.OK);
        foreach (var both in new[] { $"{Old},{New}", $"{New},{Old}" })
        {
            (await AskAsync(both, Old)).ShouldBe(HttpStatusCode.OK);
            (await AskAsync(both, New)).ShouldBe(HttpStatusCode.OK);
        }

        (await AskAsync(New, Old)).ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(New, New)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> AskAsync(string setting, string key)
    {
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = setting });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me") { Headers = { { "X-Internal-Key", key } } };
        using var response = await server.Anonymous.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
