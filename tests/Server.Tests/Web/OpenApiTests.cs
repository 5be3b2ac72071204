using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Starting;

namespace Alicerce.Server.Tests.Web;

public sealed class OpenApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly string[] Open = ["/health", "/health/ready", "/api/v1/auth/start", "/api/v1/auth/login", "/api/v1/auth/password/choose"];
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_committed_description_is_that_of_this_build()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string>(), "openapi");
        (await server.ExitAsync(Ct)).ShouldBe(0, server.Errors);
        var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api", "openapi.json"), Ct);
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
                if (Open.Contains(path.Name)) continue;
                operation.Value.GetProperty("security")[0].TryGetProperty("bearer", out _).ShouldBeTrue($"{where} does not name the token");
                responses.GetProperty("401").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()
                    .ShouldBe("#/components/schemas/ErrorBody");
            }
        }
    }

    [Fact]
    [Trait("Req", "S001-API-10")]
    public async Task Every_operation_is_described_with_examples_that_fit_its_schemas()
    {
        var text = await fixture.Client.GetByteArrayAsync("/openapi/v1.json", Ct);
        foreach (var (where, operation) in Operations(JsonDocument.Parse(text).RootElement))
        {
            operation.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace(where);
            var answers = operation.GetProperty("responses").EnumerateObject().Where(response => response.Name.StartsWith('2')).Select(response => response.Value).ToList();
            if (operation.TryGetProperty("requestBody", out var body)) answers.Add(body);
            foreach (var media in answers.Where(a => a.TryGetProperty("content", out _)).SelectMany(a => a.GetProperty("content").EnumerateObject()).Where(m => m.Name == "application/json"))
                media.Value.TryGetProperty("example", out _).ShouldBeTrue($"{where}: {media.Name} has no example");
            var takesKey = operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "Idempotency-Key");
            takesKey.ShouldBe(!where.StartsWith("get ", StringComparison.Ordinal), where);
        }
        new Alicerce.Engine.Discovery.OpenApi.OpenApiScanner().Scan(new("openapi.json", text, ModifiedAt: null), _ => null)
            .Findings.Where(finding => finding.Code != "openapi.response_without_schema").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/projects/{projectId}/components/scan", "post")]
    [InlineData("/projects/{projectId}/test-suites/generate", "post")]
    [InlineData("/test-suites/{id}/run", "post")]
    [InlineData("/test-runs/{id}", "get")]
    public async Task The_routes_that_the_sources_print_are_described_without_the_envelope(string path, string method)
    {
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var success = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().First(response => response.Name.StartsWith('2'));
        success.Value.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.ShouldNotContain("Envelope");
    }

    /// <summary>An example that is refused teaches a mistake.</summary>
    [Fact]
    public async Task What_the_examples_of_requests_show_is_taken()
    {
        var operations = Operations(await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)).ToDictionary(o => o.Where, o => o.Operation);
        var project = await SendExampleAsync("post /api/v1/projects", "/api/v1/projects");
        var environment = await SendExampleAsync("post /api/v1/projects/{project_id}/environments", $"/api/v1/projects/{project}/environments");
        var datasource = await SendExampleAsync("post /api/v1/environments/{environment_id}/datasources", $"/api/v1/environments/{environment}/datasources");
        var suite = await SendExampleAsync("post /api/v1/projects/{projectId}/test-suites", $"/api/v1/projects/{project}/test-suites");
        var @case = await SendExampleAsync("post /api/v1/test-suites/{suiteId}/cases", $"/api/v1/test-suites/{suite}/cases");
        foreach (var (path, id) in new[] { ("projects", project), ("environments", environment), ("datasources", datasource), ("test-suites", suite), ("test-cases", @case) })
        {
            foreach (var method in new[] { "put", "patch" }.Where(method => operations.ContainsKey($"{method} /api/v1/{path}/{{id}}")))
                await SendExampleAsync($"{method} /api/v1/{path}/{{id}}", $"/api/v1/{path}/{id}");
        }

        async Task<int> SendExampleAsync(string where, string address)
        {
            var example = operations[where].GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
            using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(where.Split(' ')[0].ToUpperInvariant()), address) { Content = JsonContent.Create(example) }, Ct);
            var answer = await response.Content.ReadAsStringAsync(Ct);
            response.IsSuccessStatusCode.ShouldBeTrue($"{where} {example.GetRawText()}: {answer}");
            return JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("id").GetInt32();
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

    [Fact]
    public async Task What_callers_send_is_closed_and_what_they_get_may_grow()
    {
        var schemas = (await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)).GetProperty("components").GetProperty("schemas");
        IsClosed("ProjectsProjectInput").ShouldBeTrue();
        IsClosed("Assertion").ShouldBeTrue("it is sent inside of a case");
        IsClosed("ProjectsProjectView").ShouldBeFalse();
        IsClosed("PerformanceSummary").ShouldBeFalse("it has a field for each thing that was timed");

        bool IsClosed(string name) => schemas.GetProperty(name).TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
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

    private static IEnumerable<(string Where, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name)
        select ($"{operation.Name} {path.Name}", operation.Value);
}
