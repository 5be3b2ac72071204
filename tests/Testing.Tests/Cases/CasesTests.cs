using System.Net;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Testing.Tests.Cases;

public sealed class CasesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    [Trait("Req", "S004-API-19")]
    public async Task Suites_and_cases_are_created_listed_changed_and_deleted()
    {
        var suite = await NewSuiteAsync();
        var created = await Server.PostAsync(
            $"/api/v1/test-suites/{suite}/cases",
            new { name = "Home loads", target = "/", assertions = new object[] { new { type = "status", value = 200 }, new { type = "contains", value = "Welcome" } }, timeout = 2.5, tags = new[] { "fast" } }, Ct);
        var id = created.GetProperty("id").GetInt32();
        (created.GetProperty("method").GetString(), created.GetProperty("mutates").GetBoolean(), created.GetProperty("timeout").GetDouble()).ShouldBe(("GET", false, 2.5));
        created.GetProperty("assertions").GetArrayLength().ShouldBe(2);

        var (status, changed) = await TestProjects.SendAsync(
            Server, HttpMethod.Patch, $"/api/v1/test-cases/{id}", new { method = "post", input = new { body = new { kind = "json", text = "{\"a\":1}" } } }, Ct);
        status.ShouldBe(200);
        changed.GetProperty("data").GetProperty("mutates").GetBoolean().ShouldBeTrue();
        changed.GetProperty("data").GetProperty("input").GetProperty("body").GetProperty("text").GetString().ShouldBe("{\"a\":1}");
        (await Server.GetAsync($"/api/v1/test-suites/{suite}/cases?tag=fast&q=home&source=manual", Ct)).GetArrayLength().ShouldBe(1);
        (await Server.GetAsync($"/api/v1/test-suites/{suite}/cases?kind=smoke", Ct)).GetArrayLength().ShouldBe(0);

        (await Server.Client.DeleteAsync($"/api/v1/test-cases/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Server.Client.GetAsync($"/api/v1/test-cases/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TestProjects.SendAsync(Server, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { is_active = false }, Ct)).Body.GetProperty("data").GetProperty("is_active").GetBoolean().ShouldBeFalse();
        (await Server.Client.DeleteAsync($"/api/v1/test-suites/{suite}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Server.Client.GetAsync($"/api/v1/test-suites/{suite}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_case_says_of_itself_stays_when_its_request_changes_and_what_it_does_not_say_follows_the_method()
    {
        var suite = await NewSuiteAsync();
        (await MarksAsync(suite, new { name = "unmarked", target = "/orders", method = "POST" }, new { target = "/b" })).ShouldBe((true, false));
        (await MarksAsync(suite, new { name = "search", target = "/search", method = "POST", mutates = false, idempotent = true }, new { target = "/b" })).ShouldBe((false, true));
        (await MarksAsync(suite, new { name = "counter", target = "/next", mutates = true, idempotent = false }, new { target = "/b" })).ShouldBe((true, false));
        (await MarksAsync(suite, new { name = "read", target = "/orders" }, new { method = "POST" })).ShouldBe((true, false));
    }

    [Theory]
    [Trait("Trap", "T004-50")]
    [InlineData("""{"name":"a","target":"/","assertions":[{"type":"status","value":200},{"type":"is_nice"}]}""", "assertions[1]")]
    [InlineData("""{"name":"a","target":"/","assertions":[{"type":"status","operator":"about","value":200}]}""", "assertions[0]")]
    [InlineData("""{"name":"a","target":"@evil.example/"}""", "target")]
    [InlineData("""{"name":"a","target":"//evil.example/"}""", "target")]
    [InlineData("""{"name":"a","target":"/","method":"GET IT"}""", "method")]
    [InlineData("""{"name":"","target":"/"}""", "name")]
    [InlineData("""{"name":"a","target":"/","timeout":0}""", "timeout")]
    public async Task A_case_that_cannot_run_is_refused_and_the_field_is_named(string body, string field)
    {
        var suite = await NewSuiteAsync();
        var (status, error) = await TestProjects.SendAsync(Server, HttpMethod.Post, $"/api/v1/test-suites/{suite}/cases", JsonElement.Parse(body), Ct);
        status.ShouldBe(422);
        error.GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
        TestProjects.FieldsOf(error).ShouldBe([field]);
    }

    [Fact]
    [Trait("Trap", "T004-58")]
    public async Task Deleted_cases_and_suites_with_history_keep_it()
    {
        var suite = await NewSuiteAsync();
        var id = (await Server.PostAsync($"/api/v1/test-suites/{suite}/cases", new { name = "a", target = "/", key = "k" }, Ct)).GetProperty("id").GetInt32();
        await ExecuteAsync($"""
            WITH r AS (INSERT INTO testing.test_runs (suite_id, suite_name, base_url, status, finished_at) VALUES ({suite}, 's', 'http://x', 'passed', now()) RETURNING id)
            INSERT INTO testing.test_results (run_day, run_id, test_case_id, status) SELECT (now() AT TIME ZONE 'UTC')::date, r.id, {id}, 'passed' FROM r
            """);
        (await Server.GetAsync($"/api/v1/test-suites/{suite}/cases?last_status=passed", Ct))[0].GetProperty("last_result").GetProperty("status").GetString().ShouldBe("passed");

        (await Server.Client.DeleteAsync($"/api/v1/test-cases/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Server.Client.DeleteAsync($"/api/v1/test-suites/{suite}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Server.Client.GetAsync($"/api/v1/test-suites/{suite}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ExecuteAsync($"SELECT count(*) FROM testing.test_results WHERE test_case_id = {id}")).ShouldBe(1L);
    }

    private async Task<int> NewSuiteAsync() =>
        (await Server.PostAsync($"/api/v1/projects/{await TestProjects.NewAsync(Server, Ct)}/test-suites", new { name = "By hand", test_type = "api" }, Ct)).GetProperty("id").GetInt32();

    /// <summary>Makes a case, changes it, and says whether it then mutates and is idempotent.</summary>
    private async Task<(bool Mutates, bool Idempotent)> MarksAsync(int suite, object made, object change)
    {
        var id = (await Server.PostAsync($"/api/v1/test-suites/{suite}/cases", made, Ct)).GetProperty("id").GetInt32();
        var data = (await TestProjects.SendAsync(Server, HttpMethod.Patch, $"/api/v1/test-cases/{id}", change, Ct)).Body.GetProperty("data");
        return (data.GetProperty("mutates").GetBoolean(), data.GetProperty("idempotent").GetBoolean());
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
