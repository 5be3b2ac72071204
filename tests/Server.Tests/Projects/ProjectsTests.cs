using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Projects;

public sealed class ProjectsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Client => fixture.Client;

    [Fact]
    [Trait("Req", "S004-API-21")]
    [Trait("Req", "S001-API-01")]
    public async Task A_project_is_created_read_replaced_changed_listed_and_deleted()
    {
        var name = NewName();
        using var created = await Client.PostAsJsonAsync("/api/v1/projects", new { name, description = "first" }, Ct);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = created.Headers.Location!.OriginalString;
        var data = await DataOf(created);
        address.ShouldBe($"/api/v1/projects/{data.GetProperty("id").GetInt32()}");

        (await fixture.Server.GetAsync(address, Ct)).GetProperty("description").GetString().ShouldBe("first");
        (await SendAsync(HttpMethod.Put, address, new { name })).GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null);
        (await SendAsync(HttpMethod.Patch, address, new { description = "changed" })).GetProperty("name").GetString().ShouldBe(name);
        var changed = await SendAsync(HttpMethod.Patch, address, new { description = (string?)null });
        changed.GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null);
        changed.GetProperty("updated_at").GetDateTimeOffset().ShouldBeGreaterThan(data.GetProperty("updated_at").GetDateTimeOffset());
        (await fixture.Server.GetAsync($"/api/v1/projects?name={name}", Ct)).GetArrayLength().ShouldBe(1);

        using var deleted = await Client.DeleteAsync(address, Ct);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await Client.GetAsync(address, Ct);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Fifty_callers_with_one_name_make_one_project()
    {
        var name = NewName();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Client.PostAsJsonAsync("/api/v1/projects", new { name }, Ct)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(49);
    }

    [Theory]
    [InlineData("Shop", "not_kebab_case")]
    [InlineData("", "not_kebab_case")]
    [InlineData("a--b", "not_kebab_case")]
    [InlineData("-a", "not_kebab_case")]
    [InlineData("a\n", "not_kebab_case")]
    public async Task A_name_that_is_not_kebab_case_is_refused(string name, string code)
    {
        using var response = await Client.PostAsJsonAsync("/api/v1/projects", new { name }, Ct);
        await ShouldBeInvalid(response, ("name", code));
    }

    [Theory]
    [InlineData("GET", "/api/v1/projects?name=%00", null)]
    [InlineData("POST", "/api/v1/projects", """{"name":"nul","description":"\u0000"}""")]
    public async Task Text_that_PostgreSQL_cannot_hold_is_a_mistake_of_the_caller(string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task All_mistakes_of_an_environment_are_listed_at_once()
    {
        var project = await CreateProjectAsync();
        using var response = await Client.PostAsJsonAsync(
            $"/api/v1/projects/{project}/environments",
            new
            {
                name = "Local!",
                base_url = "ftp://x",
                docker_host = "a b",
                port = 70_000,
                variables = new Dictionary<string, string> { ["1bad"] = "x" },
                approved_hosts = new[] { "ok.example:443", "not a host" },
            },
            Ct);
        await ShouldBeInvalid(
            response, ("name", "not_kebab_case"), ("base_url", "not_an_address"), ("docker_host", "not_a_host"), ("port", "out_of_range"), ("variables", "bad_name"),
            ("approved_hosts[1]", "not_a_host"));
    }

    [Theory]
    [InlineData("""{"name":"a","variables":{"X":null}}""", "variables.X")]
    [InlineData("""{"name":"a","approved_hosts":[null]}""", "approved_hosts[0]")]
    [InlineData("""{"name":"a","is_protected":null}""", "is_protected")]
    public async Task Null_where_a_value_belongs_is_named(string body, string field)
    {
        var project = await CreateProjectAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync($"/api/v1/projects/{project}/environments", content, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("details")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://shop.example/base", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("/relative", false)]
    [InlineData("http://user:pw@host", false)]
    [InlineData("http://host?x=1", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    public async Task A_base_url_is_an_absolute_web_address(string baseUrl, bool isGood)
    {
        var project = await CreateProjectAsync();
        using var response = await Client.PostAsJsonAsync($"/api/v1/projects/{project}/environments", new { name = "local", base_url = baseUrl }, Ct);
        response.StatusCode.ShouldBe(isGood ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_environment_keeps_all_its_fields_and_patch_changes_only_what_is_sent()
    {
        var project = await CreateProjectAsync();
        var environment = await fixture.Server.PostAsync(
            $"/api/v1/projects/{project}/environments",
            new
            {
                Name = "staging",
                BaseUrl = "http://localhost:5080",
                DockerHost = "forge",
                Port = 5080,
                IsProtected = true,
                Variables = new Dictionary<string, string> { ["GREETING"] = "olá" },
                ApprovedHosts = new[] { "localhost:5080" },
            },
            Ct);
        var address = $"/api/v1/environments/{environment.GetProperty("id").GetInt32()}";

        var changed = await SendAsync(HttpMethod.Patch, address, new { port = (int?)null, is_protected = false });

        changed.GetProperty("port").ValueKind.ShouldBe(JsonValueKind.Null);
        changed.GetProperty("is_protected").GetBoolean().ShouldBeFalse();
        changed.GetProperty("variables").GetProperty("GREETING").GetString().ShouldBe("olá");
        changed.GetProperty("approved_hosts")[0].GetString().ShouldBe("localhost:5080");
        changed.GetProperty("docker_host").GetString().ShouldBe("forge");
    }

    [Fact]
    [Trait("Trap", "T004-73")]
    public async Task Deleting_a_project_takes_its_environments_and_datasources_along()
    {
        var project = await CreateProjectAsync();
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local" }, Ct)).GetProperty("id").GetInt32();
        var datasource = await fixture.Server.PostAsync(
            $"/api/v1/environments/{environment}/datasources",
            new { Name = "main", Driver = "postgresql", Host = "127.0.0.1", Port = 5432, Database = "shop", Username = "reader", SecretName = "SHOP_DB" }, Ct);

        using var deleted = await Client.DeleteAsync($"/api/v1/projects/{project}", Ct);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var address in new[] { $"/api/v1/environments/{environment}", $"/api/v1/datasources/{datasource.GetProperty("id").GetInt32()}" })
        {
            using var gone = await Client.GetAsync(address, Ct);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Modules_read_projects_environments_and_datasources_through_one_service()
    {
        var project = await CreateProjectAsync();
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = EnvironmentFacts.Local, IsProtected = true }, Ct)).GetProperty("id").GetInt32();
        await fixture.Server.PostAsync(
            $"/api/v1/environments/{environment}/datasources", new { Name = "main", Driver = "postgresql", Host = "db", Port = 5432, Database = "shop", Username = "reader" }, Ct);

        await using var scope = fixture.Server.Services.CreateAsyncScope();
        var projects = scope.ServiceProvider.GetRequiredService<IProjects>();
        (await projects.FindAsync(project, Ct)).ShouldNotBeNull();
        (await projects.FindEnvironmentAsync(project, EnvironmentFacts.Local, Ct)).ShouldNotBeNull().Id.ShouldBe(environment);
        (await projects.FindEnvironmentAsync(environment, Ct)).ShouldNotBeNull().IsProtected.ShouldBeTrue();
        (await projects.FindEnvironmentAsync(project, "nowhere", Ct)).ShouldBeNull();
        (await projects.ListDatasourcesAsync(environment, Ct)).ShouldHaveSingleItem().Host.ShouldBe("db");
    }

    [Fact]
    [Trait("Req", "S001-API-04")]
    [Trait("Trap", "T001-08")]
    public async Task A_numbered_list_tells_where_it_is_and_refuses_pages_that_cannot_be()
    {
        var project = await CreateProjectAsync();
        foreach (var number in Enumerable.Range(1, 5)) await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = $"e{number}" }, Ct);

        var page = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/projects/{project}/environments?page=2&per_page=2", Ct);

        page.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(["e3", "e4"]);
        page.GetProperty("meta").GetRawText().ShouldBe("""{"page":2,"per_page":2,"total":5,"total_pages":3,"has_next":true,"has_prev":true}""");
        using var tooLarge = await Client.GetAsync("/api/v1/projects?per_page=101&page=0", Ct);
        await ShouldBeInvalid(tooLarge, ("page", "out_of_range"), ("per_page", "out_of_range"));
    }

    private static string NewName() => $"p{Guid.NewGuid():N}";

    private static async Task<JsonElement> DataOf(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");

    private static async Task ShouldBeInvalid(HttpResponseMessage response, params (string Field, string Code)[] expected)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        error.GetProperty("details").EnumerateArray().Select(detail => (detail.GetProperty("field").GetString()!, detail.GetProperty("code").GetString()!)).ShouldBe(expected);
    }

    private async Task<int> CreateProjectAsync() => (await fixture.Server.PostAsync("/api/v1/projects", new { Name = NewName() }, Ct)).GetProperty("id").GetInt32();

    private async Task<JsonElement> SendAsync(HttpMethod method, string address, object body)
    {
        using var response = await Client.SendAsync(new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) }, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await DataOf(response);
    }
}
