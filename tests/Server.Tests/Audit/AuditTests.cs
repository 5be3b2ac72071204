using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Identity;

namespace Alicerce.Server.Tests.Audit;

/// <summary>What the audit log says, to whom, and that the server itself seals and proves it.</summary>
public sealed class AuditTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly string _name = $"p{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_says_who_did_what_to_what_and_in_which_request()
    {
        var project = await ProjectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/projects/{project}/environments")
        {
            Content = JsonContent.Create(new { name = "staging", base_url = "http://shop.test", approved_hosts = new[] { "shop.test" }, variables = new { password = "hunter2" } }),
        };
        request.Headers.Add("X-Request-ID", "req-of-this-test");
        using var response = await fixture.Client.SendAsync(request, Ct);
        var environment = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("id").GetInt32();
        await fixture.Client.PatchAsJsonAsync($"/api/v1/environments/{environment}", new { is_protected = true, variables = new { password = "hunter3" } }, Ct);

        var rows = await ListAsync(fixture.Client, $"subject=environment:{environment}");

        rows.Select(row => row.GetProperty("action").GetString()).ShouldBe(["environment.updated", "environment.created"]);
        var created = rows[1];
        created.GetProperty("actor").GetString().ShouldBe("user:1");
        created.GetProperty("via").GetString().ShouldBe("token:1");
        created.GetProperty("project_id").GetInt32().ShouldBe(project);
        created.GetProperty("request_id").GetString().ShouldBe("req-of-this-test");
        created.GetProperty("ip").GetString().ShouldBe("127.0.0.1");
        created.GetProperty("details").GetProperty("values").GetProperty("approved_hosts")[0].GetString().ShouldBe("shop.test");
        var details = rows[0].GetProperty("details");
        details.GetProperty("changed").EnumerateArray().Select(name => name.GetString()).ShouldBe(["is_protected", "variables"], ignoreOrder: true);
        details.GetProperty("after").GetProperty("is_protected").GetBoolean().ShouldBeTrue();
        string.Concat(rows.Select(row => row.ToString())).ShouldNotContain("hunter");
    }

    [Fact]
    public async Task Neither_passwords_nor_tokens_nor_names_and_addresses_of_people_are_in_the_log()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        using var token = await browser.SendAsync(HttpMethod.Post, "/api/v1/auth/tokens", new { name = "mine" }, Ct);
        var value = (await token.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("token").GetString()!;

        var all = await LogTextAsync();

        all.ShouldContain($"user:{browser.UserId}");
        foreach (var secret in new[] { Browser.Password, value, browser.Email, "Ana Sousa", browser.CsrfToken }) all.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Signing_in_and_out_wrong_passwords_and_the_lock_are_written()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        await browser.StatusAsync(HttpMethod.Post, "/api/v1/auth/logout", new { }, Ct);
        for (var i = 0; i < 6; i++) (await browser.LoginAsync("wrong", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var own = await ListAsync(fixture.Client, $"actor=user:{browser.UserId}");
        own.Select(row => row.GetProperty("action").GetString()).Take(2).ShouldBe(["session.ended", "session.started"]);
        var refused = await ListAsync(fixture.Client, $"subject=user:{browser.UserId}&action=user.sign_in_refused");
        refused.Select(row => row.GetProperty("details").GetProperty("is_locked").GetBoolean()).ShouldBe([true, true, false, false, false, false]);
        refused.ShouldAllBe(row => row.GetProperty("outcome").GetString() == "refused" && row.GetProperty("actor").GetString() == "nobody");
    }

    [Fact]
    public async Task A_sign_in_of_an_address_that_nobody_has_is_written_without_the_address()
    {
        using var answer = await fixture.Server.Anonymous.PostAsJsonAsync("/api/v1/auth/login", new { email = "nobody-at-all@example.com", password = "wrong" }, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ListAsync(fixture.Client, "action=user.sign_in_refused&subject=user&limit=100")).ShouldContain(row => row.GetProperty("subject_id").ValueKind == JsonValueKind.Null);
        (await LogTextAsync()).ShouldNotContain("nobody-at-all");
    }

    [Fact]
    public async Task Which_cases_may_change_state_in_production_is_told_with_before_and_after()
    {
        var project = await ProjectAsync();
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "night" }, Ct)).GetProperty("id").GetInt32();
        await fixture.Client.PatchAsJsonAsync($"/api/v1/test-suites/{suite}", new { config = new { allowed_mutations = new[] { "case-1" }, auth_profiles = new { admin = new { type = "bearer", token = "${secret:T}" } } } }, Ct);

        var details = (await ListAsync(fixture.Client, $"subject=suite:{suite}&action=suite.updated")).ShouldHaveSingleItem().GetProperty("details");

        details.GetProperty("changed").EnumerateArray().Select(name => name.GetString()).ShouldContain("config_json.auth_profiles");
        details.GetProperty("after").GetProperty("config_json.allowed_mutations")[0].GetString().ShouldBe("case-1");
        details.ToString().ShouldNotContain("secret:T");
    }

    [Fact]
    public async Task Admins_of_a_project_read_what_concerns_it_and_nobody_else_reads_anything()
    {
        var (own, other) = (await ProjectAsync(), await ProjectAsync());
        using var admin = await TestUser.AddAsync(fixture, "viewer", Ct);
        await admin.JoinAsync(own, "admin", Ct);
        await admin.JoinAsync(other, "developer", Ct);
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinAsync(own, "developer", Ct);

        var rows = await ListAsync(admin.Client, "limit=100");

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.GetProperty("project_id").GetInt32() == own);
        (await ListAsync(admin.Client, $"project_id={other}")).ShouldBeEmpty();
        (await StatusAsync(admin.Client, "/api/v1/audit/verification")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(developer.Client, "/api/v1/audit")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(fixture.Server.Anonymous, "/api/v1/audit")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended_and_keeps_to_the_times_asked_for()
    {
        var project = await ProjectAsync();
        for (var i = 0; i < 5; i++) await fixture.Client.PatchAsJsonAsync($"/api/v1/projects/{project}", new { description = $"{i}" }, Ct);
        var seen = new List<long>();
        var cursor = "";
        do
        {
            var page = await fixture.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?subject=project:{project}&limit=2{cursor}", Ct);
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("meta").GetProperty("next_cursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        seen.Count.ShouldBe(6);
        seen.ShouldBe(seen.OrderDescending());
        var third = (await ListAsync(fixture.Client, $"subject=project:{project}"))[2].GetProperty("at").GetDateTimeOffset();
        (await ListAsync(fixture.Client, $"subject=project:{project}&since={third:O}".Replace("+", "%2B"))).Count.ShouldBe(3);
        (await ListAsync(fixture.Client, $"subject=project:{project}&until={third:O}".Replace("+", "%2B"))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Within_a_second_or_so_the_server_seals_what_was_written_and_proves_it()
    {
        var project = await ProjectAsync();
        await Eventually.BecomesTrueAsync(
            async () => (await ListAsync(fixture.Client, $"subject=project:{project}"))[0].GetProperty("seal_no").ValueKind == JsonValueKind.Number, "the row is sealed", Ct);

        var report = await fixture.Server.GetAsync("/api/v1/audit/verification", Ct);

        report.GetProperty("is_sound").GetBoolean().ShouldBeTrue(report.ToString());
        report.GetProperty("rows_sealed").GetInt64().ShouldBeGreaterThan(0);
        report.GetProperty("kept_number").GetInt64().ShouldBeGreaterThan(0);
    }

    private async Task<int> ProjectAsync() => (await fixture.Server.PostAsync("/api/v1/projects", new { name = $"{_name}-{Guid.NewGuid():N}"[..60] }, Ct)).GetProperty("id").GetInt32();

    private static async Task<List<JsonElement>> ListAsync(HttpClient client, string query) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?{query}", Ct)).GetProperty("data").EnumerateArray()];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        return response.StatusCode;
    }

    private async Task<string> LogTextAsync()
    {
        await using var command = fixture.Database.Source.CreateCommand("SELECT coalesce(string_agg(r::text, '|'), '') FROM platform.audit_log r");
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
