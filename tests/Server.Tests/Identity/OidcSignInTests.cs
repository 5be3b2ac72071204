using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Identity;

/// <summary>Signing in with a real provider, by code and PKCE, and its JWTs over a change of its key.</summary>
public sealed partial class OidcSignInTests(OidcSignInTests.WithProvider fixture) : IClassFixture<OidcSignInTests.WithProvider>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed class WithProvider : IAsyncLifetime
    {
        private TestDatabase? _database;
        private OpenIdProvider? _provider;

        internal OpenIdProvider Provider => _provider!;

        public TestServer Server { get; private set; } = null!;

        public ForwardClock Clock { get; } = new();

        public async ValueTask InitializeAsync()
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var url = $"http://{free.LocalEndpoint}";
            free.Stop();
            _provider = await OpenIdProvider.StartAsync($"{url}/api/v1/auth/oidc/callback", CancellationToken.None);
            _database = await TestCluster.CreateDatabaseAsync([.. Rooms.All.Select(room => room.Schema).OfType<ModuleSchema>()], CancellationToken.None);
            var settings = new Dictionary<string, string?> { ["OIDC_ISSUER"] = _provider.Issuer, ["OIDC_AUDIENCE"] = "my-api", ["OIDC_CLIENT_ID"] = "my-spa", ["ALICERCE_URLS"] = url };
            Server = await TestServer.StartAsync(_database, CancellationToken.None, settings, new ClockModule(Clock));
        }

        public async ValueTask DisposeAsync()
        {
            if (Server is not null) await Server.DisposeAsync();
            if (_database is not null) await _database.DisposeAsync();
            if (_provider is not null) await _provider.DisposeAsync();
        }
    }

    private sealed class ClockModule(TimeProvider clock) : IModule
    {
        public string Name => "clock";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(clock);

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }
    }

    [Fact]
    [Trait("Req", "S001-AUTH-01")]
    public async Task A_browser_signs_in_with_the_provider_and_has_a_session_of_ours()
    {
        using var browser = NewBrowser();
        using var back = await ReturnAsync(browser, "ana");
        (back.StatusCode, back.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/"));
        var me = (await browser.GetFromJsonAsync<JsonElement>(new Uri(fixture.Server.Url, "/api/v1/auth/me"), Ct)).GetProperty("data");
        (me.GetProperty("name").GetString(), me.GetProperty("role").GetString()).ShouldBe(("Name of ana", "developer"));
        me.GetProperty("csrf_token").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_answer_counts_only_in_the_browser_that_asked_and_only_once()
    {
        using var browser = NewBrowser();
        var callback = await WalkAsync(browser, "eva");
        using var stranger = NewBrowser();
        (await stranger.GetAsync(callback, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var other = NewBrowser();
        await other.GetAsync(new Uri(fixture.Server.Url, "/api/v1/auth/oidc/start"), Ct);
        (await other.GetAsync(callback, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync(callback, Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(callback, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_providers_tokens_are_believed_before_and_after_it_changes_its_key()
    {
        var before = await MachineTokenAsync();
        (await StatusAsync(before)).ShouldBe(HttpStatusCode.OK);
        await fixture.Provider.RotateAsync(Ct);
        fixture.Clock.Forward(TimeSpan.FromSeconds(61));
        (await StatusAsync(await MachineTokenAsync())).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>From our door through the provider's pages to the address that leads back to us.</summary>
    private async Task<Uri> WalkAsync(HttpClient browser, string login)
    {
        var next = new Uri(fixture.Server.Url, "/api/v1/auth/oidc/start");
        for (var i = 0; i < 12; i++)
        {
            var response = await browser.GetAsync(next, Ct);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var page = await response.Content.ReadAsStringAsync(Ct);
                var prompt = Prompt().Match(page).Groups["prompt"].Value;
                response = await browser.PostAsync(next, new FormUrlEncodedContent(new Dictionary<string, string> { ["prompt"] = prompt, ["login"] = login, ["password"] = "any" }), Ct);
            }

            response.Headers.Location.ShouldNotBeNull(await response.Content.ReadAsStringAsync(Ct));
            next = new Uri(next, response.Headers.Location);
            if (next.Port == fixture.Server.Url.Port) return next;
        }

        throw new InvalidOperationException($"The provider does not lead back: {next}");
    }

    private async Task<HttpResponseMessage> ReturnAsync(HttpClient browser, string login) => await browser.GetAsync(await WalkAsync(browser, login), Ct);

    private static HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });

    private async Task<string> MachineTokenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{fixture.Provider.Issuer}/token") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("machine:a+secret+of+the+test")));
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text).GetProperty("access_token").GetString()!;
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        return response.StatusCode;
    }

    [GeneratedRegex("name=\"prompt\" value=\"(?<prompt>[a-z]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Prompt();
}
