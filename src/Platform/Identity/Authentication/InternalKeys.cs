using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alicerce.Platform.Identity;

/// <summary>Signs in another service of the team that acts for itself: <c>X-Internal-Key</c> (S001-AUTH-06, T001-22).</summary>
internal sealed class InternalKeys(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, InternalKeyOptions keys, InternalService service, CallerDirectory callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "InternalKey";
    public const string Header = "X-Internal-Key";
    private static readonly Problem s_invalid = Problem.Forbidden("auth.invalid_internal_key", "Invalid internal key");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Services of the team call each other directly: what came through a gateway came from outside (T001-23).
        if (Request.WasPassedOn() || Request.Headers[Header] is not [{ } sent] || !keys.Holds(sent))
        {
            Context.Features.Set(new NotLetIn(s_invalid));
            return AuthenticateResult.Fail("The internal key is not valid.");
        }

        return await service.FindOrCreateAsync(Context.RequestAborted) is { } user && await callers.FindByUserAsync(user, Context.RequestAborted) is { } caller
            ? SignedIn.As(Context, caller, SchemeName)
            : AuthenticateResult.Fail("The services' user is not active.");
    }
}

/// <summary><c>INTERNAL_SERVICE_KEY</c>: one key, or two while services change from the old one to the new one.</summary>
internal sealed class InternalKeyOptions
{
    private const string Name = "INTERNAL_SERVICE_KEY";
    private const int Shortest = 32;
    private const int Most = 2;
    private readonly byte[][] _hashes;

    private InternalKeyOptions(IEnumerable<string> keys) => _hashes = [.. keys.Select(HashOf)];

    public static InternalKeyOptions Read(string? text) => new(KeysOf(text));

    /// <summary>The one that we send: while keys are exchanged, every service knows both before the first place changes.</summary>
    public static string? FirstOf(string? text) => KeysOf(text).FirstOrDefault();

    /// <summary>What is wrong with the setting; never says what it holds.</summary>
    public static IEnumerable<string> CheckConfiguration(string? text)
    {
        if (text is null or "") return [];
        var keys = KeysOf(text);
        return keys.Length is 0 or > Most || keys.Any(key => key.Length < Shortest)
            ? [$"{Name} has to be one key of {Shortest} characters or more, or two with a comma between them while they are exchanged: make one with 'openssl rand -hex 32'."]
            : [];
    }

    /// <summary>Takes as long for a wrong key as for a right one, and as long for the first as for the second.</summary>
    public bool Holds(string sent)
    {
        var hash = HashOf(sent);
        var holds = false;
        foreach (var known in _hashes) holds |= CryptographicOperations.FixedTimeEquals(hash, known);
        return holds & sent.Length > 0;
    }

    private static string[] KeysOf(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
