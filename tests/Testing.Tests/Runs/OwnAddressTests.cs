using System.Net.Http.Json;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>A door of the server that counts who comes in.</summary>
internal sealed class DoorModule : IModule
{
    public const string Path = "/api/v1/door";
    private int _reached;

    public int Reached => Volatile.Read(ref _reached);

    public string Name => "door";

    public ModuleSchema? Schema => null;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void AddWorkers(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => api.MapGet("/door", () => $"{Interlocked.Increment(ref _reached)}").AllowAnonymous();
}

public sealed class OwnAddressFixture : RunsFixture
{
    public const int OtherProcess = 9;

    internal DoorModule Door { get; } = new();

    protected override IModule[] ExtraModules => [Door];

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_OWN_URLS"] = $"http://localhost:{OtherProcess}" };
}

/// <summary>D10: nothing that Alicerce does for others reaches Alicerce itself, except in an environment marked for self-test.</summary>
public sealed class OwnAddressTests(OwnAddressFixture fixture) : IClassFixture<OwnAddressFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private int Port => fixture.Server.Url.Port;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.2")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task A_run_at_our_own_address_sends_nothing(string host)
    {
        var project = await fixture.ProjectAsync();
        await fixture.EnvironmentAsync(project, new Uri($"http://{host}:{Port}"));
        var before = fixture.Door.Reached;

        var run = await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", Get(DoorModule.Path), Post("/api/v1/projects")));

        (run.GetProperty("status").GetString(), run.GetProperty("errors").GetInt32()).ShouldBe(("failed", 2));
        run.GetProperty("results").EnumerateArray().ShouldAllBe(r =>
            r.GetProperty("reason").GetString() == "refused_by_policy" && r.GetProperty("error").GetString()!.Contains("an address of Alicerce itself") && r.GetProperty("error").GetString()!.Contains("is_self_test"));
        fixture.Door.Reached.ShouldBe(before);
    }

    [Fact]
    public async Task An_environment_marked_for_self_test_reaches_our_HTTP_and_nothing_else_of_ours()
    {
        var project = await fixture.ProjectAsync();
        var environment = await SelfTestAsync(project, fixture.Server.Url);
        var before = fixture.Door.Reached;
        var suite = await fixture.SuiteAsync(project, "{}", Get(DoorModule.Path));
        (await fixture.RunAsync(suite)).GetProperty("status").GetString().ShouldBe("passed");
        fixture.Door.Reached.ShouldBe(before + 1);

        var database = new Npgsql.NpgsqlConnectionStringBuilder(fixture.Database.Address.AppConnectionString);
        await fixture.Client.PatchAsJsonAsync($"/api/v1/environments/{environment}", new { base_url = $"http://{database.Host}:{database.Port}" }, Ct);
        var run = await fixture.RunAsync(suite);

        run.GetProperty("results")[0].GetProperty("reason").GetString().ShouldBe("refused_by_policy");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.3")]
    public async Task An_OpenAPI_document_is_not_fetched_from_our_own_address(string host)
    {
        var project = await fixture.ProjectAsync();
        await fixture.EnvironmentAsync(project, new Uri($"http://{host}:{Port}"));

        var (status, error) = await TestProjects.SendAsync(
            fixture.Server, HttpMethod.Post, $"/api/v1/projects/{project}/components/scan", new { openapi_url = $"http://{host}:{Port}/openapi/v1.json" }, Ct);

        status.ShouldBe(422);
        var detail = error.GetProperty("details")[0];
        (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString()).ShouldBe(("openapi_url", "openapi_unreachable"));
        detail.GetProperty("message").GetString()!.ShouldContain("an address of Alicerce itself");
    }

    [Fact]
    public async Task An_OpenAPI_document_of_ours_is_fetched_for_an_environment_marked_for_self_test_but_not_beside_one()
    {
        var project = await fixture.ProjectAsync();
        await SelfTestAsync(project, new Uri($"http://127.0.0.2:{Port}"));

        var (_, beside) = await ScanAsync(project, $"http://127.0.0.1:{Port}/openapi/v1.json");
        var (_, own) = await ScanAsync(project, $"http://127.0.0.2:{Port}/openapi/v1.json");

        beside.ShouldContain("an address of Alicerce itself");
        own.ShouldNotContain("an address of Alicerce itself");
    }

    [Fact]
    public async Task Addresses_of_the_other_processes_count_as_our_own_as_well()
    {
        var project = await fixture.ProjectAsync();
        await fixture.EnvironmentAsync(project, new Uri($"http://127.0.0.1:{OwnAddressFixture.OtherProcess}"));

        var (status, error) = await ScanAsync(project, $"http://127.0.0.1:{OwnAddressFixture.OtherProcess}/openapi.json");

        status.ShouldBe(422);
        error.ShouldContain("an address of Alicerce itself");
    }

    private async Task<int> SelfTestAsync(int project, Uri url) =>
        (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = url.ToString(), IsSelfTest = true }, Ct)).GetProperty("id").GetInt32();

    private async Task<(int Status, string Body)> ScanAsync(int project, string url)
    {
        var (status, body) = await TestProjects.SendAsync(fixture.Server, HttpMethod.Post, $"/api/v1/projects/{project}/components/scan", new { openapi_url = url }, Ct);
        return (status, body.GetRawText());
    }

}
