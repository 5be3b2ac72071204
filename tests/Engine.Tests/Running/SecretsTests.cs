using System.Text;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Outbound;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running;

public sealed class SecretsTests
{
    private const string Value = "s3cr3t/+\"välue";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact, Trait("Trap", "T004-56")]
    public async Task A_secret_is_sent_but_shows_nowhere_in_any_encoding()
    {
        string? seen = null;
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            seen = c.Request.Query["key"] + await reader.ReadToEndAsync(c.RequestAborted);
            c.Response.Headers["X-Echo"] = Uri.EscapeDataString(Value);
            c.Response.Headers.SetCookie = "sid=private-session";
            await c.Response.WriteAsync($"{Value} {Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Value))} {JsonSerializer.Serialize(Value)} {Uri.EscapeDataString(Value)}", c.RequestAborted);
        });
        var step = new Step
        {
            Request = new RequestSpec
            {
                Method = "POST",
                Target = "/x",
                Query = [new("key", "${secret:API}")],
                Headers = [new("X-Custom", "a-${secret:PLAIN}"), new("Authorization", "Bearer ${secret:PLAIN}")],
                Body = new RequestBody { Kind = BodyKind.Raw, Text = "{{env}} ${secret:API}" },
            },
            Captures = [new Capture("all", "body")],
            Assertions = [That("contains", "nope"), That("body", "{}", "eq")],
        };
        var second = Get("/y") with { Request = new RequestSpec { Target = "/{{all}}" } };
        var run = Request(target.BaseUrl, Story("secret", step, second));

        var result = (await RunAsync(WithSecrets(run))).Single();

        seen.ShouldBe(Value + "from-" + Value + " " + Value);
        var text = JsonSerializer.Serialize(result.Steps, Relaxed) + result.Message + result.CauseKey;
        foreach (var form in (string[])[Value, "s3cr3t", "plain-token-1", Uri.EscapeDataString(Value), "private-session", Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Value))[8..20]])
            text.ShouldNotContain(form);
        result.Steps[0].Request!.Headers.Single(h => h.Name == "Authorization").Value.ShouldBe("***");
        result.Steps[0].Request!.Curl!.ShouldContain("'Authorization: Bearer '\"$PLAIN\"");
        result.Steps[0].Request!.Curl!.ShouldContain("'X-Custom: a-'\"$PLAIN\"");
    }

    [Fact]
    public async Task An_unknown_variable_or_secret_is_named()
    {
        await using var target = await FakeTarget.StartAsync("ok");

        var variable = await RunOneAsync(target.BaseUrl, Case("/{{nobody}}"));
        var secret = await RunOneAsync(target.BaseUrl, Case("/${secret:NOBODY}"));

        (variable.Status, variable.Reason).ShouldBe((CaseStatus.Error, Reasons.UnknownVariable));
        variable.Message!.ShouldContain("'nobody'");
        (secret.Status, secret.Reason).ShouldBe((CaseStatus.Error, Reasons.UnknownVariable));
        secret.Message!.ShouldContain("'NOBODY'");
    }

    [Fact]
    public async Task A_template_probe_is_sent_as_it_is_and_an_answer_cannot_ask_for_a_secret()
    {
        await using var target = await FakeTarget.StartAsync("${secret:API}");
        var probe = Case("/x?q={{7*7}}");
        var story = Story("story", Get("/a") with { Captures = [new Capture("it", "body")] }, Get("/b?q={{it}}"));

        await RunAsync(WithSecrets(Request(target.BaseUrl, probe, story)));

        target.Requests.ShouldContain(r => r.Path.Contains("7*7", StringComparison.Ordinal));
        target.Requests.ShouldNotContain(r => r.Path.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Built_in_values_repeat_with_the_seed()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        foreach (var seed in (int[])[1, 1, 2]) await RunAsync(Request(target.BaseUrl, Case("/{{$uuid}}")) with { Seed = seed });

        var paths = target.Requests.Select(r => r.Path).ToList();
        paths[0].ShouldBe(paths[1]);
        paths[2].ShouldNotBe(paths[0]);
        Guid.TryParse(paths[0][1..], out _).ShouldBeTrue();
    }

    private static RunRequest WithSecrets(RunRequest run) => run with
    {
        Target = run.Target with
        {
            Variables = new Dictionary<string, string> { ["env"] = "from-${secret:API}" },
            ReadSecret = (name, _) => new(name switch { "API" => new Secret(Value), "PLAIN" => new Secret("plain-token-1"), _ => null }),
        },
    };
}
