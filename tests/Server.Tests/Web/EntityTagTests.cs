using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.Server.Tests.Web;

public sealed class EntityTagTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        var address = await CreateAsync("tag-unchanged");
        using var first = await fixture.Client.GetAsync(address, Ct);
        var tag = first.Headers.ETag!.Tag;
        using var again = await SendAsync(HttpMethod.Get, address, "If-None-Match", tag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(Ct)).ShouldBeEmpty();
        again.Headers.ETag!.Tag.ShouldBe(tag);
    }

    [Fact]
    public async Task A_change_gives_another_tag_which_its_answer_tells()
    {
        var address = await CreateAsync("tag-changed");
        using var before = await fixture.Client.GetAsync(address, Ct);
        using var change = await fixture.Client.PatchAsJsonAsync(address, new { description = "new" }, ApiJson.Options, Ct);
        using var after = await SendAsync(HttpMethod.Get, address, "If-None-Match", before.Headers.ETag!.Tag);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Headers.ETag.ShouldBe(change.Headers.ETag);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_change_of_what_somebody_else_changed_meanwhile_is_refused(string method)
    {
        var name = $"tag-stale-{method.ToLowerInvariant()}";
        var address = await CreateAsync(name);
        using var seen = await fixture.Client.GetAsync(address, Ct);
        using var theirs = await fixture.Client.PatchAsJsonAsync(address, new { description = "theirs" }, ApiJson.Options, Ct);
        using var mine = await SendAsync(new HttpMethod(method), address, "If-Match", seen.Headers.ETag!.Tag, new { name, description = "mine" });
        mine.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await fixture.Server.GetAsync(address, Ct)).GetProperty("description").GetString().ShouldBe("theirs");

        using var again = await SendAsync(new HttpMethod(method), address, "If-Match", theirs.Headers.ETag!.Tag, new { name, description = "mine" });
        again.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"another\", W/\"weak\"", HttpStatusCode.PreconditionFailed)]
    public async Task If_match_names_any_state_with_a_star_and_none_with_nonsense(string tag, HttpStatusCode expected)
    {
        var address = await CreateAsync($"tag-{Guid.NewGuid():N}");
        using var change = await SendAsync(HttpMethod.Patch, address, "If-Match", tag, new { description = "mine" });
        change.StatusCode.ShouldBe(expected);
    }

    /// <summary>Every resource with a GET and a PUT, PATCH or DELETE at one address takes part.</summary>
    [Fact]
    public async Task Every_resource_that_can_be_changed_honours_if_match()
    {
        var project = await CreateAsync("tag-everywhere");
        var environment = await CreateAsync($"{project}/environments", new { name = "local" }, "environments");
        var datasource = await CreateAsync($"{environment}/datasources", new { name = "db", driver = "postgres", host = "localhost", port = 5432, database = "d", username = "u" }, "datasources");
        var user = await CreateAsync("/api/v1/users", new { name = "Ana Lima", email = "tag@example.com", role = "viewer" }, "users");
        var suite = await CreateAsync($"{project}/test-suites", new { name = "s" }, "test-suites");
        var @case = await CreateAsync($"{suite}/cases", new { name = "c", target = "/" }, "test-cases");
        using var made = await fixture.Client.PostAsJsonAsync("/api/v1/scenarios", new { title = "t" }, Ct);
        var scenario = made.Headers.Location!.OriginalString;
        var document = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var changeable = document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal) && path.Name.EndsWith("/{id}", StringComparison.Ordinal) && path.Value.TryGetProperty("get", out _) && path.Value.TryGetProperty("patch", out _)).Select(path => path.Name);
        changeable.Order().ShouldBe(["/api/v1/datasources/{id}", "/api/v1/environments/{id}", "/api/v1/projects/{id}", "/api/v1/scenarios/{id}", "/api/v1/schedules/{id}", "/api/v1/test-cases/{id}", "/api/v1/test-suites/{id}", "/api/v1/users/{id}"]);
        foreach (var address in new[] { scenario, @case, suite, user, datasource, environment, project })
        {
            using var patch = await SendAsync(HttpMethod.Patch, address, "If-Match", "\"another\"", new { });
            patch.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, address);
            using var delete = await SendAsync(HttpMethod.Delete, address, "If-Match", "\"another\"", new { });
            delete.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, address);
            using var read = await fixture.Client.GetAsync(address, Ct);
            using var right = await SendAsync(HttpMethod.Delete, address, "If-Match", read.Headers.ETag!.Tag, new { });
            right.StatusCode.ShouldBe(HttpStatusCode.NoContent, address);
        }
    }

    /// <summary>Between reading a row and writing it another change may come: then one of the two is told, and no change is lost.</summary>
    [Fact]
    public async Task Of_many_changes_at_once_none_is_silently_written_over()
    {
        var address = await CreateAsync("tag-race");
        using var seen = await fixture.Client.GetAsync(address, Ct);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(HttpMethod.Patch, address, "If-Match", seen.Headers.ETag!.Tag, new { description = $"change {i}" })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.PreconditionFailed);
        foreach (var answer in answers) answer.Dispose();
    }

    private async Task<string> CreateAsync(string address, object body, string kind) =>
        $"/api/v1/{kind}/{(await fixture.Server.PostAsync(address, body, Ct)).GetProperty("id").GetInt32()}";

    private async Task<string> CreateAsync(string name) =>
        $"/api/v1/projects/{(await fixture.Server.PostAsync("/api/v1/projects", new { name }, Ct)).GetProperty("id").GetInt32()}";

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string header, string tag, object? body = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null && method != HttpMethod.Delete) request.Content = JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation(header, tag);
        return fixture.Client.SendAsync(request, Ct);
    }
}
