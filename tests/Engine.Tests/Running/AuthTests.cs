using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running;

public sealed class AuthTests
{
    private static Dictionary<string, AuthProfile> Profiles => new()
    {
        ["bearer"] = new AuthProfile { Type = "bearer", Token = "token-12345" },
        ["key"] = new AuthProfile { Type = "api_key", Name = "X-Key", Value = "key-12345" },
        ["query"] = new AuthProfile { Type = "api_key", In = "query", Name = "key", Value = "key-12345" },
        ["basic"] = new AuthProfile { Type = "basic", Username = "ana", Password = "senha-123" },
        ["form"] = new AuthProfile { Type = "form", LoginPath = "/login", Fields = new Dictionary<string, string> { ["user"] = "ana", ["password"] = "senha-123" } },
        ["wrong"] = new AuthProfile { Type = "form", LoginPath = "/login", Fields = new Dictionary<string, string> { ["user"] = "ana", ["password"] = "wrong-123" } },
    };

    [Theory]
    [InlineData("bearer", "Authorization", "Bearer token-12345"), InlineData("key", "X-Key", "key-12345"), InlineData("none", "Authorization", "")]
    [InlineData("basic", "Authorization", "Basic YW5hOnNlbmhhLTEyMw==")]
    public async Task A_profile_adds_its_header(string profile, string header, string expected)
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var result = (await RunAsync(WithProfiles(Request(target.BaseUrl, As(profile, "/x", That("status", 201)))))).Single();

        target.Requests.Single().Headers[header].ToString().ShouldBe(expected);
        if (expected.Length > 0) System.Text.Json.JsonSerializer.Serialize(result.Steps).ShouldNotContain(expected);
    }

    [Fact]
    public async Task An_api_key_can_go_into_the_query_and_is_redacted_there()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var result = (await RunAsync(WithProfiles(Request(target.BaseUrl, As("query", "/x?a=1", That("status", 201)))))).Single();

        target.Requests.Single().Path.ShouldBe("/x?a=1&key=key-12345");
        result.Steps[0].Request!.Url.ShouldEndWith("key=***");
    }

    [Fact]
    public async Task A_form_login_happens_once_a_run_with_the_pages_token_and_each_case_gets_its_cookies()
    {
        await using var target = await LoginTargetAsync();
        var cases = Enumerable.Range(0, 20).Select(i => As("form", $"/private/{i}", That("status", 200))).ToArray();

        var results = await RunAsync(WithProfiles(Request(target.BaseUrl, [.. cases, As("none", "/private/x", That("status", 401))])));

        results.ShouldAllBe(r => r.Status == CaseStatus.Passed);
        target.Requests.Count(r => r is { Method: "POST", Path: "/login" }).ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_login_is_an_auth_error_of_every_case_that_needs_it()
    {
        await using var target = await LoginTargetAsync();

        var results = await RunAsync(WithProfiles(Request(target.BaseUrl, As("wrong", "/private/1"), As("wrong", "/private/2"), As("nobody", "/x"))));

        results.Where(r => r.Reason == Reasons.AuthError).Select(r => r.Message).Distinct().ShouldHaveSingleItem()!.ShouldContain("'wrong' failed: POST /login answered 403");
        results.Count(r => r.Reason == Reasons.AuthError).ShouldBe(2);
        results.Single(r => r.Reason == Reasons.InvalidCase).Message!.ShouldContain("'nobody'");
    }

    [Fact]
    public async Task A_csrf_token_can_be_captured_and_sent_back()
    {
        await using var target = await LoginTargetAsync();
        var send = new RequestSpec
        {
            Method = "POST",
            Target = "/login",
            Body = new RequestBody { Kind = BodyKind.Form, Fields = [new("csrf_token", "{{token}}"), new("user", "ana"), new("password", "senha-123")] },
        };
        var story = Story("csrf", Get("/login") with { Captures = [new Capture("token", "csrf")] }, new Step { Request = send }, Get("/private/me", That("status", 200)));

        (await RunOneAsync(target.BaseUrl, story)).Status.ShouldBe(CaseStatus.Passed);
    }

    private static Task<FakeTarget> LoginTargetAsync() => FakeTarget.StartAsync(async c =>
    {
        if (c.Request.Path == "/login" && c.Request.Method == "GET")
        {
            c.Response.Cookies.Append("csrf", "t-1");
            await c.Response.WriteAsync("<form><input type=hidden name=csrf_token value='t-1'></form>", c.RequestAborted);
        }
        else if (c.Request.Path == "/login")
        {
            var form = await c.Request.ReadFormAsync(c.RequestAborted);
            if (form["csrf_token"] == "t-1" && c.Request.Cookies["csrf"] == "t-1" && form["password"] == "senha-123") c.Response.Cookies.Append("session", "abc");
            else c.Response.StatusCode = 403;
        }
        else if (c.Request.Cookies["session"] != "abc")
        {
            c.Response.StatusCode = 401;
        }
    });

    private static TestCase As(string profile, string target, params Assertion[] assertions) =>
        Story($"{profile} {target}", new Step { Request = new RequestSpec { Target = target, Auth = profile }, Assertions = assertions });

    private static RunRequest WithProfiles(RunRequest run) => run with { Target = run.Target with { AuthProfiles = Profiles } };
}
