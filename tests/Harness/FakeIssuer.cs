using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Harness;

/// <summary>An identity provider on loopback with keys of its own, that can be made to answer anything (T001-26).</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    public const string Audience = "my-api";
    public const string ClientId = "my-spa";
    private static readonly IssuerKey s_first = IssuerKey.Rsa("first");

    private readonly WebApplication _app;
    private int _metadataReads;
    private int _keyReads;

    private FakeIssuer(WebApplication app) => _app = app;

    /// <summary>Signs and is published; <see cref="Rotate"/> replaces it.</summary>
    public IssuerKey Key { get; private set; } = s_first;

    public string Issuer { get; private set; } = "";

    public int MetadataReads => Volatile.Read(ref _metadataReads);

    public int KeyReads => Volatile.Read(ref _keyReads);

    /// <summary>Answers instead of the description.</summary>
    public RequestDelegate? Metadata { get; set; }

    /// <summary>Answers instead of the key set.</summary>
    public RequestDelegate? Keys { get; set; }

    /// <summary>What any code is exchanged for.</summary>
    public string? IdToken { get; set; }

    public static async Task<FakeIssuer> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        var issuer = new FakeIssuer(app);
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", issuer.AnswerMetadataAsync);
        app.MapGet("/keys", issuer.AnswerKeysAsync);
        app.MapPost("/token", context => context.Response.WriteAsJsonAsync(new Dictionary<string, string?> { ["id_token"] = issuer.IdToken }));
        await app.StartAsync(ct);
        issuer.Issuer = app.Urls.First();
        return issuer;
    }

    public void Rotate(IssuerKey key) => Key = key;

    /// <summary>What a good token says.</summary>
    public Dictionary<string, object?> Claims(string subject = "someone")
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
    }

    public Dictionary<string, object?> Header() => new(StringComparer.Ordinal) { ["alg"] = Key.Algorithm, ["kid"] = Key.Kid, ["typ"] = "JWT" };

    public string Sign(IReadOnlyDictionary<string, object?> claims) => Key.Sign(Header(), claims);

    /// <summary>Settings of a server that believes this provider.</summary>
    public Dictionary<string, string?> Settings() => new(StringComparer.Ordinal) { ["OIDC_ISSUER"] = Issuer, ["OIDC_AUDIENCE"] = Audience, ["OIDC_CLIENT_ID"] = ClientId };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerMetadataAsync(HttpContext context)
    {
        Interlocked.Increment(ref _metadataReads);
        return Metadata?.Invoke(context) ?? context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["issuer"] = Issuer, ["jwks_uri"] = $"{Issuer}/keys", ["authorization_endpoint"] = $"{Issuer}/auth", ["token_endpoint"] = $"{Issuer}/token" });
    }

    private Task AnswerKeysAsync(HttpContext context)
    {
        Interlocked.Increment(ref _keyReads);
        return Keys?.Invoke(context) ?? context.Response.WriteAsJsonAsync(new { keys = new[] { Key.PublicJwk() } });
    }
}
