using Alicerce.Harness;
using Alicerce.Platform.Identity;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Tests.Identity;

/// <summary>S001-AUTH-03: when the provider is asked for its keys, and what becomes of bad answers.</summary>
public sealed class SigningKeysTests : IssuerTest
{
    public enum Bad
    {
        OtherIssuer, NoKeysAddress, PlainKeysAddress, NotJson, Failing, Redirecting, Huge, NoKeys, WeakKey, TwoKeysUnderOneKid, ErrorPage, DuplicateNames, Encryption, OtherAlgorithm, NoPoint,
    }

    public static TheoryData<Bad> AllBad => [.. Enum.GetValues<Bad>()];

    [Fact]
    [Trait("Req", "S001-AUTH-03")]
    [Trait("Trap", "T001-13")]
    public async Task Keys_come_from_the_address_in_the_description_and_are_kept_for_an_hour()
    {
        for (var i = 0; i < 5; i++) (await FindAsync("first")).ShouldNotBeNull();
        (Provider.MetadataReads, Provider.KeyReads).ShouldBe((1, 1));
        Clock.Forward(TimeSpan.FromMinutes(59));
        (await FindAsync("first")).ShouldNotBeNull();
        Provider.KeyReads.ShouldBe(1);
        Clock.Forward(TimeSpan.FromMinutes(2));
        (await FindAsync("first")).ShouldNotBeNull();
        Provider.KeyReads.ShouldBe(2);
    }

    [Fact]
    [Trait("Trap", "T001-14")]
    public async Task An_unknown_key_is_asked_for_once_a_minute()
    {
        await FindAsync("first");
        Clock.Forward(TimeSpan.FromSeconds(61));
        Provider.Rotate(IssuerKey.Rsa("second"));
        (await FindAsync("second")).ShouldNotBeNull();
        (await FindAsync("first")).ShouldBeNull("it is withdrawn");
        for (var i = 0; i < 20; i++) (await FindAsync($"made up {i}")).ShouldBeNull();
        Provider.KeyReads.ShouldBe(2);
        Clock.Forward(TimeSpan.FromSeconds(61));
        (await FindAsync("made up")).ShouldBeNull();
        Provider.KeyReads.ShouldBe(3);
    }

    [Fact]
    [Trait("Trap", "T001-15")]
    public async Task Many_who_ask_at_once_are_served_by_one_fetch()
    {
        var open = new TaskCompletionSource();
        Provider.Keys = async context =>
        {
            await open.Task;
            await context.Response.WriteAsJsonAsync(new { keys = new[] { Provider.Key.PublicJwk() } }, Ct);
        };
        var asked = Enumerable.Range(0, 50).Select(_ => FindAsync("first")).ToList();
        open.SetResult();
        (await Task.WhenAll(asked)).ShouldAllBe(key => key != null);
        (Provider.MetadataReads, Provider.KeyReads).ShouldBe((1, 1));
    }

    [Theory]
    [MemberData(nameof(AllBad))]
    public async Task A_bad_answer_costs_no_good_key(Bad bad)
    {
        (await FindAsync("first")).ShouldNotBeNull();
        Answer(bad);
        Clock.Forward(TimeSpan.FromMinutes(61));
        (await FindAsync("first")).ShouldNotBeNull();
        (await FindAsync("poison")).ShouldBeNull();
        Provider.MetadataReads.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(AllBad))]
    public async Task A_bad_answer_gives_no_key_and_a_good_one_a_little_later_does(Bad bad)
    {
        Answer(bad);
        (await FindAsync("poison")).ShouldBeNull();
        (await FindAsync("first")).ShouldBeNull();
        (Provider.Metadata, Provider.Keys) = (null, null);
        Clock.Forward(TimeSpan.FromSeconds(6));
        (await FindAsync("first")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_given_up_after_seconds()
    {
        (await FindAsync("first")).ShouldNotBeNull();
        Clock.Forward(TimeSpan.FromMinutes(61));
        var asked = new TaskCompletionSource();
        Provider.Keys = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var waiting = FindAsync("first");
        await asked.Task.WaitAsync(Ct);
        waiting.IsCompleted.ShouldBeFalse();
        Clock.Forward(ProviderClient.Patience);
        (await waiting).ShouldNotBeNull("the last good keys serve on");
    }

    [Fact]
    public async Task A_provider_that_is_gone_leaves_its_last_keys()
    {
        (await FindAsync("first")).ShouldNotBeNull();
        await Provider.DisposeAsync();
        Clock.Forward(TimeSpan.FromHours(2));
        (await FindAsync("first")).ShouldNotBeNull();
    }

    private Task<VerificationKey?> FindAsync(string kid) => Keys.FindAsync(kid, Ct).AsTask();

    private void Answer(Bad bad)
    {
        RequestDelegate Json(object body) => context => context.Response.WriteAsJsonAsync(body);
        RequestDelegate Text(string body, int status = 200) => context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };
        var poison = Provider.Key.As("poison").PublicJwk();
        object Set(params object[] keys) => new { keys };
        Dictionary<string, object> With(string name, object value) => new(poison) { [name] = value };
        Provider.Metadata = bad switch
        {
            Bad.OtherIssuer => Json(new { issuer = "https://other.example.com", jwks_uri = $"{Provider.Issuer}/keys" }),
            Bad.NoKeysAddress => Json(new { issuer = Provider.Issuer }),
            Bad.PlainKeysAddress => Json(new { issuer = Provider.Issuer, jwks_uri = "http://keys.example.com/keys" }),
            Bad.NotJson => Text("<html>"),
            Bad.Failing => Text("{}", 500),
            Bad.Redirecting => context =>
            {
                context.Response.Redirect("/keys");
                return Task.CompletedTask;
            }
            ,
            _ => null,
        };
        Provider.Keys = bad switch
        {
            Bad.Huge => Json(new { keys = new[] { poison }, filling = new string('x', 300 * 1024) }),
            Bad.NoKeys => Json(Set()),
            Bad.WeakKey => Json(Set(IssuerKey.Rsa("poison", 1024).PublicJwk())),
            Bad.TwoKeysUnderOneKid => Json(Set(poison, poison)),
            Bad.ErrorPage => Text("{\"keys\":[]}", 503),
            Bad.DuplicateNames => Text("{\"keys\":[],\"keys\":[]}"),
            Bad.Encryption => Json(Set(With("use", "enc"))),
            Bad.OtherAlgorithm => Json(Set(With("alg", "RSA-OAEP"))),
            Bad.NoPoint => Json(Set(new { kty = "EC", crv = "P-256", kid = "poison", x = new string('A', 43), y = new string('A', 43) })),
            _ => Json(Set(poison)),
        };
    }
}
