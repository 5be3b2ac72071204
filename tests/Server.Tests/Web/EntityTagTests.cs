using System.Net;
using System.Net.Http.Json;
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

    private async Task<string> CreateAsync(string name) =>
        $"/api/v1/projects/{(await fixture.Server.PostAsync("/api/v1/projects", new { name }, Ct)).GetProperty("id").GetInt32()}";

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string header, string tag)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation(header, tag);
        return fixture.Client.SendAsync(request, Ct);
    }
}
