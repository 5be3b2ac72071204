using System.Net;
using System.Net.Http.Headers;
using Alicerce.Harness;
using Alicerce.Server.Tests.Identity;

namespace Alicerce.Server.Tests.Faults;

/// <summary>The identity provider is gone: its description and its keys break off.</summary>
public sealed class ProviderAwayTests(BearerJwtTests.WithProvider fixture) : IClassFixture<BearerJwtTests.WithProvider>
{
    private const int Callers = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Known_keys_let_new_tokens_in_and_unknown_ones_are_401_and_no_storm()
    {
        var provider = fixture.Provider;
        (await StatusAsync(TokenOf(provider.Key, "before"))).ShouldBe(HttpStatusCode.OK);
        provider.Metadata = provider.Keys = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        var reads = provider.MetadataReads;

        var known = Enumerable.Range(0, Callers).Select(i => StatusAsync(TokenOf(provider.Key, $"ana{i}"))).ToList();
        var stranger = IssuerKey.Rsa("stranger");
        var unknown = Enumerable.Range(0, Callers).Select(i => StatusAsync(TokenOf(stranger.As($"stranger{i}"), "thief"))).ToList();

        (await Task.WhenAll(known)).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await Task.WhenAll(unknown)).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        (provider.MetadataReads - reads).ShouldBeLessThanOrEqualTo(1);
    }

    private string TokenOf(IssuerKey key, string subject)
    {
        var header = fixture.Provider.Header();
        header["kid"] = key.Kid;
        return key.Sign(header, fixture.Provider.Claims(subject));
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
