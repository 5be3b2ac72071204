using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>Somebody with a password who signs in as a browser does: with a cookie, and with what our own page adds.</summary>
internal sealed class Browser : IDisposable
{
    public const string Password = "a long phrase of mine";

    private readonly HttpClient _http;

    private Browser(Uri url, int userId, string email)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = Cookies };
        (_http, Url, UserId, Email) = (new HttpClient(handler) { BaseAddress = url }, url, userId, email);
    }

    public CookieContainer Cookies { get; } = new();

    public Uri Url { get; }

    public int UserId { get; }

    public string Email { get; }

    public string CsrfToken { get; private set; } = "";

    /// <summary>An admin makes the user and a link; the user chooses a password with it.</summary>
    public static async Task<Browser> CreateUserAsync(TestServer server, string role, CancellationToken ct)
    {
        var email = $"u{Guid.NewGuid():N}@example.com";
        var user = (await server.PostAsync("/api/v1/users", new { email, name = "Ana Sousa", role }, ct)).GetProperty("id").GetInt32();
        var link = (await server.PostAsync($"/api/v1/users/{user}/password-link", new { }, ct)).GetProperty("token").GetString();
        using var chosen = await server.Anonymous.PostAsJsonAsync("/api/v1/auth/password/choose", new { token = link, new_password = Password }, ct);
        chosen.EnsureSuccessStatusCode();
        return new Browser(server.Url, user, email);
    }

    public static async Task<Browser> SignInAsync(TestServer server, string role, CancellationToken ct)
    {
        var browser = await CreateUserAsync(server, role, ct);
        using var response = await browser.LoginAsync(Password, ct);
        response.EnsureSuccessStatusCode();
        return browser;
    }

    public async Task<HttpResponseMessage> LoginAsync(string password, CancellationToken ct)
    {
        var response = await _http.PostAsJsonAsync("/api/v1/auth/login", new { email = Email, password }, ct);
        if (response.IsSuccessStatusCode) CsrfToken = (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("data").GetProperty("csrf_token").GetString()!;
        return response;
    }

    /// <summary>As our own page sends it; <paramref name="change"/> makes something else of it.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Origin", Url.GetLeftPart(UriPartial.Authority));
            request.Headers.Add("X-CSRF-Token", CsrfToken);
        }

        change?.Invoke(request);
        return _http.SendAsync(request, ct);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, object? body, CancellationToken ct, Action<HttpRequestMessage>? change = null)
    {
        using var response = await SendAsync(method, path, body, ct, change);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
