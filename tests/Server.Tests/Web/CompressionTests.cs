using System.Net;
using System.Net.Http.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.Server.Tests.Web;

public sealed class CompressionTests(CompressionTests.Fixture fixture) : IClassFixture<CompressionTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_large_answer_is_compressed_for_who_takes_it(string encoding)
    {
        using var response = await GetAsync("/openapi/v1.json", encoding);
        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        using var plain = await GetAsync("/openapi/v1.json", null);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await response.Content.ReadAsByteArrayAsync(Ct)).Length.ShouldBeLessThan((await plain.Content.ReadAsByteArrayAsync(Ct)).Length / 4);
    }

    [Fact]
    public async Task A_small_answer_goes_out_as_it_is()
    {
        using var response = await GetAsync("/api/v1/probe/value", "br");
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        response.Content.Headers.ContentLength.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_secret_is_never_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe/secret") { Content = JsonContent.Create(new { probe_name = "a", count = 1 }) };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var response = await fixture.Client.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(8 * 1024);
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private Task<HttpResponseMessage> GetAsync(string path, string? encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return fixture.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    public sealed class Fixture : ServerFixture
    {
        protected override IModule[] ExtraModules { get; } = [new ProbeModule()];
    }
}
