using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

/// <summary>Sends to every write endpoint, of things that exist and of things that do not, what no client should.</summary>
public sealed partial class WriteSweepTests(WriteSweepTests.Fixture fixture) : IClassFixture<WriteSweepTests.Fixture>
{
    private const string Mark = "@here@";
    private static readonly string[] Writing = ["post", "put", "patch"];

    private static readonly string[] Garbage =
    [
        "{", "}", "[]", "null", "\"text\"", "42", "true", "{\"a\":", "{'name':'a'}", "<xml/>", "{\"name\":1}{\"name\":2}", "{\"a\":1,\"a\":2}", "{\"nobody_knows_this_field\":1}", "\0", "{\"\0\":1}",
        new string('[', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), "1e999999", "\ud83d{", "// comment\n{}", "{\"name\":\"a\",}",
    ];

    /// <summary>One value of each wrong type, at the edge, or of a kind that a database or a logger might stumble over.</summary>
    private static readonly string[] Awkward =
    [
        "null", "true", "-1", "0", "9223372036854775807", "1e308", "1.5", "\"\"", "\" \"", "[]", "{}", "[null]", "{\"\":null}", "\"\\u0000\"", "\"\\ud800\"", "\"'; DROP TABLE platform.users; --\"",
        "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"${secret:X}\"", "\"%s%n\"", $"\"{new string('x', 20_000)}\"",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_object_is_a_mistake_of_the_caller_wherever_nothing_is_there()
    {
        await foreach (var (method, address, body) in EndpointsAsync(_ => null))
        {
            // An action that takes nothing and is about no single thing has nothing to be mistaken about.
            if (body is null && !address.Contains("999999", StringComparison.Ordinal)) continue;
            // All that it takes may be left out.
            if (address.EndsWith("/generate-test-data", StringComparison.Ordinal)) continue;
            var (status, answer) = await SendAsync(method, address, JsonContent.Create(new { }));
            ((int)status).ShouldBeInRange(400, 499, $"{method} {address}: {answer}");
        }
    }

    [Fact]
    public async Task Garbage_is_a_mistake_of_the_caller_at_every_write_endpoint_with_a_body()
    {
        await foreach (var (method, address, body) in EndpointsAsync(fixture.IdOf))
        {
            if (body is null) continue;
            // Where a body may be left out, null says just that.
            foreach (var garbage in Garbage.Where(text => text != "null" || body.IsRequired))
            {
                var (status, answer) = await SendAsync(method, address, Json(garbage));
                ((int)status).ShouldBeInRange(400, 499, $"{method} {address} with {garbage[..Math.Min(garbage.Length, 40)]}: {answer}");
            }

            using var invalid = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
            invalid.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            ((int)(await SendAsync(method, address, invalid)).Status).ShouldBeInRange(400, 499, $"{method} {address} with bytes that are no UTF-8");
        }
    }

    /// <summary>What is sound but for one awkward value is taken or refused, but never breaks anything.</summary>
    [Fact]
    [Trait("Req", "S001-SEC-04")]
    public async Task No_awkward_value_in_any_field_of_any_body_is_answered_with_a_failure_of_the_server()
    {
        var sent = 0;
        await foreach (var (method, address, described) in EndpointsAsync(fixture.IdOf))
        {
            if (described?.Example is null) continue;
            foreach (var (place, template) in Templates(described.Example))
            {
                foreach (var value in Awkward)
                {
                    var (status, answer) = await SendAsync(method, address, Json(template.Replace($"\"{Mark}\"", value, StringComparison.Ordinal)));
                    ((int)status).ShouldBeLessThan(500, $"{method} {address} with {place} = {value[..Math.Min(value.Length, 60)]}: {answer}");
                    sent++;
                }
            }
        }

        sent.ShouldBeGreaterThan(1000);
    }

    private async IAsyncEnumerable<(string Method, string Address, DescribedBody? Body)> EndpointsAsync(Func<string, int?> idOf)
    {
        var document = JsonNode.Parse(await fixture.Client.GetStringAsync("/openapi/v1.json", Ct))!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject().Where(operation => Writing.Contains(operation.Key)))
            {
                var address = Parameter().Replace(path, found => (idOf(path[..(found.Index - 1)]) ?? 999_999).ToString(CultureInfo.InvariantCulture));
                var body = operation!["requestBody"];
                yield return (method.ToUpperInvariant(), address, body?["content"]?["application/json"] is { } json ? new DescribedBody(json["example"], body["required"]?.GetValue<bool>() == true) : null);
            }
        }
    }

    /// <summary>The example once for each value in it, at whatever depth, with a mark in that value's place.</summary>
    private static List<(string Place, string Text)> Templates(JsonNode example)
    {
        var whole = example.DeepClone();
        var templates = new List<(string, string)>();
        Visit(whole);
        return templates;

        void Visit(JsonNode node)
        {
            if (node is JsonObject members)
            {
                foreach (var (name, value) in members.ToList()) Mark(value, with => members[name] = with, $"{node.GetPath()}.{name}");
            }
            else if (node is JsonArray entries)
            {
                for (var i = 0; i < entries.Count; i++) Mark(entries[i], with => entries[i] = with, $"{node.GetPath()}[{i}]");
            }
        }

        void Mark(JsonNode? value, Action<JsonNode?> put, string place)
        {
            put(WriteSweepTests.Mark);
            templates.Add((place, whole.ToJsonString()));
            put(value);
            if (value is not null) Visit(value);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string method, string address, HttpContent content)
    {
        using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = content }, Ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [GeneratedRegex("{[^}]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    private sealed record DescribedBody(JsonNode? Example, bool IsRequired);

    /// <summary>A server with one of each thing, so that bodies are read and not only addresses.</summary>
    public sealed class Fixture : ServerFixture
    {
        private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

        /// <param name="path">What stands before the parameter, such as <c>/api/v1/projects</c>.</param>
        public int? IdOf(string path) => _ids.TryGetValue(path.Split('/')[^1], out var id) ? id : null;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await MakeAsync("projects", "/api/v1/projects", new { name = "swept" });
            await MakeAsync("environments", $"/api/v1/projects/{_ids["projects"]}/environments", new { name = "local" });
            await MakeAsync("datasources", $"/api/v1/environments/{_ids["environments"]}/datasources", new { name = "db", driver = "postgres", host = "localhost", port = 5432, database = "d", username = "u" });
            await MakeAsync("users", "/api/v1/users", new { name = "Ana Lima", email = "swept@example.com", role = "viewer" });
            await MakeAsync("test-suites", $"/api/v1/projects/{_ids["projects"]}/test-suites", new { name = "swept" });
            await MakeAsync("cases", $"/api/v1/test-suites/{_ids["test-suites"]}/cases", new { name = "swept", target = "/" });
            _ids["test-cases"] = _ids["cases"];
            _ids["members"] = _ids["users"];
        }

        private async Task MakeAsync(string kind, string address, object body) =>
            _ids[kind] = (await Server.PostAsync(address, body, CancellationToken.None)).GetProperty("id").GetInt32();
    }
}
