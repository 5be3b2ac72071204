using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Starting;

namespace Alicerce.Server.Tests.Web;

public sealed class OpenApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_committed_description_is_that_of_this_build()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string>(), "openapi");
        (await server.ExitAsync(Ct)).ShouldBe(0, server.Errors);
        var committed = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "api", "openapi.json"), Ct);
        string.Join('\n', server.Output).Trim().ShouldBe(committed.Trim(), "docs/api/openapi.json is stale: run 'make openapi'.");
    }

    [Fact]
    [Trait("Req", "S001-API-10")]
    public async Task The_served_description_is_complete()
    {
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Alicerce API");
        var ids = new HashSet<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(property => Methods.Contains(property.Name)))
            {
                var where = $"{operation.Name} {path.Name}";
                ids.Add(operation.Value.GetProperty("operationId").GetString()!).ShouldBeTrue($"{where}: the operation id is used twice");
                operation.Value.TryGetProperty("summary", out _).ShouldBeTrue($"{where} has no summary");
                var responses = operation.Value.GetProperty("responses");
                responses.EnumerateObject().Any(response => response.Name.StartsWith('2')).ShouldBeTrue($"{where} has no success");
                responses.TryGetProperty("500", out _).ShouldBeTrue($"{where} has no 500");
                if (path.Name.StartsWith("/health", StringComparison.Ordinal)) continue;
                operation.Value.GetProperty("security")[0].TryGetProperty("bearer", out _).ShouldBeTrue($"{where} does not name the token");
                responses.GetProperty("401").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()
                    .ShouldBe("#/components/schemas/ErrorBody");
            }
        }
    }

    [Fact]
    public async Task Schemas_are_named_after_slice_and_record_and_all_names_are_snake_case()
    {
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        schemas.TryGetProperty("ProjectsProjectView", out _).ShouldBeTrue(schemas.GetRawText());
        foreach (var schema in schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)))
        {
            foreach (var property in schema.Value.GetProperty("properties").EnumerateObject())
                property.Name.ShouldMatch("^[a-z0-9_]+$", $"in {schema.Name}");
        }
    }

    [Theory]
    [InlineData("/api/v1/projects/{projectId}/components", "type")]
    [InlineData("/api/v1/projects/{projectId}/findings", "severity")]
    [InlineData("/api/v1/test-suites/{suiteId}/cases", "kind")]
    [InlineData("/api/v1/test-suites/{suiteId}/cases", "last_status")]
    [InlineData("/api/v1/test-runs", "status")]
    [InlineData("/api/v1/test-runs/{id}/results", "status")]
    [InlineData("/api/v1/test-runs/{id}/report", "format")]
    public async Task A_fixed_vocabulary_is_described_and_nothing_else_is_taken(string path, string name)
    {
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var parameter = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);
        var address = System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "999999", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

        foreach (var value in parameter.GetProperty("schema").GetProperty("enum").EnumerateArray())
        {
            using var taken = await fixture.Client.GetAsync($"{address}?{name}={value.GetString()}", Ct);
            ((int)taken.StatusCode).ShouldBeOneOf(200, 404);
        }

        using var refused = await fixture.Client.GetAsync($"{address}?{name}=not_an_option", Ct);
        ((int)refused.StatusCode).ShouldBe(422);
    }

    /// <summary>Strict JSON at the door: nothing a slice would have to fear gets past it.</summary>
    [Fact]
    public async Task Every_write_endpoint_answers_an_empty_object_with_a_client_error()
    {
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject().Select(property => property.Name).Where(name => name is "post" or "put" or "patch"))
            {
                var address = System.Text.RegularExpressions.Regex.Replace(path.Name, "{[^}]+}", "999999", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
                using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address) { Content = JsonContent.Create(new { }) }, Ct);
                ((int)response.StatusCode).ShouldBeInRange(400, 499, $"{method} {address}");
            }
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Alicerce.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Alicerce.slnx above {AppContext.BaseDirectory}.");
    }
}
