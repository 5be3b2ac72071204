using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Alicerce.Server.Tests.Web;

public sealed class ConventionsTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_method_that_a_path_does_not_take_is_405_also_without_a_token()
    {
        using var response = await fixture.Server.Anonymous.GetAsync("/api/v1/auth/login", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    [Trait("Req", "S001-API-02")]
    [Trait("Trap", "T001-05")]
    public async Task A_success_comes_in_the_envelope_with_the_time_of_this_answer()
    {
        var first = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/v1/probe/value", Ct);
        var second = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/v1/probe/value", Ct);
        first.EnumerateObject().Select(property => property.Name).ShouldBe(["status", "data", "meta", "errors", "timestamp", "request_id"]);
        first.GetProperty("status").GetString().ShouldBe("success");
        first.GetProperty("data").GetRawText().ShouldBe("""{"probe_name":"a","count":1}""");
        second.GetProperty("timestamp").GetDateTimeOffset().ShouldBeGreaterThan(first.GetProperty("timestamp").GetDateTimeOffset());
        first.GetProperty("timestamp").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    [Trait("Req", "S001-API-03")]
    [Trait("Trap", "T001-06")]
    public async Task An_expected_failure_has_the_one_error_body_with_the_slices_code_in_its_details()
    {
        using var response = await fixture.Client.GetAsync("/api/v1/probe/full", Ct);
        var error = await ErrorOf(response, HttpStatusCode.Conflict, "CONFLICT");
        error.EnumerateObject().Select(property => property.Name).ShouldBe(["status", "code", "message", "details", "request_id"]);
        error.GetProperty("details")[0].GetProperty("code").GetString().ShouldBe("probe.full");
        error.GetProperty("request_id").GetString().ShouldBe(response.Headers.GetValues("X-Request-ID").Single());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", 404, "NOT_FOUND")]
    [InlineData("GET", "/nowhere", 404, "NOT_FOUND")]
    [InlineData("GET", "/api/v1/projects/999999", 404, "NOT_FOUND")]
    [InlineData("DELETE", "/api/v1/probe/value", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("TRACE", "/api/v1/probe/value", 405, "METHOD_NOT_ALLOWED")]
    [Trait("Req", "S001-API-07")]
    public async Task Whatever_is_not_there_answers_with_the_error_body(string method, string path, int status, string code)
    {
        using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Ct);
        await ErrorOf(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Malformed_json_is_400_and_names_the_line()
    {
        using var response = await PostAsync("/api/v1/probe/echo", "{\n  \"probe_name\": \"a\",\n  oops\n}");
        var error = await ErrorOf(response, HttpStatusCode.BadRequest, "BAD_REQUEST");
        error.GetProperty("message").GetString().ShouldBe("The body is not valid JSON: line 3, column 3.");
    }

    [Theory]
    [InlineData("{}", "probe_name", "required")]
    [InlineData("""{"probe_name":null,"count":1}""", "probe_name", "wrong_type")]
    [InlineData("""{"probe_name":"a","count":"secret-value"}""", "count", "wrong_type")]
    [Trait("Req", "S001-API-08")]
    [Trait("Trap", "T001-07")]
    public async Task A_body_of_the_wrong_shape_is_422_and_names_the_field_but_never_the_value(string body, string field, string code)
    {
        using var response = await PostAsync("/api/v1/probe/echo", body);
        var error = await ErrorOf(response, HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        error.GetProperty("message").GetString().ShouldBe("Request validation failed");
        error.GetProperty("details")[0].GetProperty("field").GetString().ShouldBe(field);
        error.GetProperty("details")[0].GetProperty("code").GetString().ShouldBe(code);
        error.GetRawText().ShouldNotContain("secret-value");
    }

    [Theory]
    [InlineData("/api/v1/probe/page?count=many", "wrong_type")]
    [InlineData("/api/v1/probe/page", "required")]
    public async Task A_query_parameter_that_cannot_be_read_is_422(string path, string code)
    {
        using var response = await fixture.Client.GetAsync(path, Ct);
        var error = await ErrorOf(response, HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        error.GetProperty("details")[0].GetProperty("field").GetString().ShouldBe("count");
        error.GetProperty("details")[0].GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Another_content_type_is_415_and_a_huge_body_is_413()
    {
        using var text = await fixture.Client.PostAsync("/api/v1/probe/echo", new StringContent("{}", Encoding.UTF8, "text/plain"), Ct);
        await ErrorOf(text, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");

        // It is refused by its length, before any of it is sent: a client that is still sending may lose the answer to the closed connection.
        using var asksFirst = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Server.Url, "/api/v1/probe/echo")) { Content = new StringContent(new string(' ', 2 * 1024 * 1024), Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        using var huge = await asksFirst.SendAsync(request, Ct);
        await ErrorOf(huge, HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    [Trait("Req", "S001-API-09")]
    [Trait("Trap", "T001-02")]
    public async Task An_unexpected_failure_is_500_without_internals_and_with_id_and_headers()
    {
        using var response = await fixture.Client.GetAsync("/api/v1/probe/fails", Ct);
        var error = await ErrorOf(response, HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
        error.GetProperty("message").GetString().ShouldBe("An unexpected error occurred");
        error.GetRawText().ShouldNotContain("secret");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("X-Request-ID").Single().ShouldBe(error.GetProperty("request_id").GetString());
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/probe/fails")]
    [Trait("Req", "S001-SEC-15")]
    [Trait("Trap", "T001-11")]
    public async Task Security_headers_are_on_every_answer_and_HSTS_only_over_HTTPS(string path)
    {
        using var response = await fixture.Client.GetAsync(path, Ct);
        var headers = response.Headers;
        headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("strict-origin-when-cross-origin");
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.GetValues("Permissions-Policy").Single().ShouldBe("camera=(), microphone=(), geolocation=()");
        headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("abc-123_X.y", true)]
    [InlineData("with space", false)]
    [InlineData("<script>", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789", false)]
    [Trait("Req", "S001-OBS-03")]
    [Trait("Trap", "T001-04")]
    public async Task A_safe_request_id_is_kept_and_any_other_replaced(string id, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.TryAddWithoutValidation("X-Request-ID", id);
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        var answered = response.Headers.GetValues("X-Request-ID").Single();
        (answered == id).ShouldBe(isKept);
        answered.Length.ShouldBeInRange(1, 64);
    }

    [Fact]
    [Trait("Req", "S001-API-06")]
    [Trait("Trap", "T001-09")]
    public async Task The_prefix_without_version_is_pinned_to_v1()
    {
        (await fixture.Client.GetFromJsonAsync<JsonElement>("/api/probe/value", Ct)).GetProperty("data").GetProperty("count").GetInt32().ShouldBe(1);
        using var unknownVersion = await fixture.Client.GetAsync("/api/v2/probe/value", Ct);
        unknownVersion.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_route_printed_in_the_sources_answers_with_the_payload_alone_and_reads_json_as_curl_sends_it()
    {
        using var content = new ByteArrayContent("""{"probe_name":"a","count":1}"""u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var bare = await fixture.Client.PostAsync("/suggest", content, Ct);
        bare.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await bare.Content.ReadAsStringAsync(Ct)).ShouldBe("""{"probe_name":"a","count":1}""");

        using var sameContent = new ByteArrayContent("""{"probe_name":"a","count":1}"""u8.ToArray());
        using var underApi = await fixture.Client.PostAsync("/api/v1/suggest", sameContent, Ct);
        underApi.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("/api/v1/projects", null)]
    [InlineData("/api/v1/projects", "Bearer wrong")]
    [InlineData("/api/v1/projects", "Basic YWRtaW46YWRtaW4=")]
    [InlineData("/openapi/v1.json", null)]
    [InlineData("/nowhere", null)]
    public async Task Without_a_valid_token_everything_but_health_is_401(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        await ErrorOf(response, HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_token_in_the_address_is_not_a_token()
    {
        using var response = await fixture.Server.Anonymous.GetAsync($"/api/v1/projects?access_token={fixture.Server.Token}&token={fixture.Server.Token}", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string json) =>
        await fixture.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), Ct);

    private static async Task<JsonElement> ErrorOf(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(status, text);
        var error = JsonElement.Parse(text);
        error.GetProperty("status").GetString().ShouldBe("error");
        error.GetProperty("code").GetString().ShouldBe(code);
        return error;
    }
}
