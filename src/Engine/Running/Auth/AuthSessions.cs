using System.Collections.Concurrent;
using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;
using Alicerce.Engine.Running.Variables;

namespace Alicerce.Engine.Running.Auth;

/// <summary>Signs in once a run and profile; cases that ask meanwhile wait for the same answer. A failed sign-in fails each of them with the same words.</summary>
internal sealed class AuthSessions(RunContext context)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Credentials>>> _sessions = new(StringComparer.Ordinal);

    /// <summary>Name of the profile that a request uses: its own, else the environment's default.</summary>
    public string ProfileOf(RequestSpec request) => request.Auth ?? context.Run.Target.DefaultAuth ?? RequestSpec.WithoutAuth;

    /// <exception cref="CaseProblemException">The profile is unknown or signing in failed.</exception>
    public async ValueTask<Credentials> ForAsync(string profileName, CancellationToken runStopped, CancellationToken ct)
    {
        if (profileName == RequestSpec.WithoutAuth) return Credentials.None;
        if (!context.Run.Target.AuthProfiles.TryGetValue(profileName, out var profile))
            throw new CaseProblemException(Reasons.InvalidCase, $"The auth profile '{profileName}' is not defined. {Spelling.Suggest(profileName, [.. context.Run.Target.AuthProfiles.Keys])}");
        var session = _sessions.GetOrAdd(profileName, name => new Lazy<Task<Credentials>>(() => SignInAsync(name, profile, runStopped)));
        return await session.Value.WaitAsync(ct);
    }

    private async Task<Credentials> SignInAsync(string name, AuthProfile profile, CancellationToken ct)
    {
        var scope = context.NewScope($"auth:{name}");
        return profile.Type switch
        {
            "bearer" => new Credentials(Header: new NameValue("Authorization", $"Bearer {await SecretAsync(scope, profile.Token, name, "token", ct)}")),
            "api_key" => await ApiKeyAsync(scope, name, profile, ct),
            "basic" => await BasicAsync(scope, name, profile, ct),
            "form" => new Credentials(Cookies: await new FormLogin(context, name, profile).SignInAsync(scope, ct)),
            _ => throw new CaseProblemException(Reasons.InvalidCase, $"auth profile '{name}' has the unknown type '{profile.Type}'; use bearer, api_key, basic or form"),
        };
    }

    private async Task<Credentials> ApiKeyAsync(VariableScope scope, string name, AuthProfile profile, CancellationToken ct)
    {
        var pair = new NameValue(profile.Name ?? "X-API-Key", await SecretAsync(scope, profile.Value, name, "value", ct));
        return profile.In == "query" ? new Credentials(QueryParameter: pair) : new Credentials(Header: pair);
    }

    private async Task<Credentials> BasicAsync(VariableScope scope, string name, AuthProfile profile, CancellationToken ct)
    {
        var user = await scope.FillAsync(profile.Username ?? "", ct);
        var password = await SecretAsync(scope, profile.Password, name, "password", ct);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        context.Redactor.Add(encoded, $"{name}_basic");
        return new Credentials(Header: new NameValue("Authorization", $"Basic {encoded}"));
    }

    /// <summary>A credential is redacted even when the profile holds it as plain text.</summary>
    private async Task<string> SecretAsync(VariableScope scope, string? text, string profile, string part, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(text)) throw new CaseProblemException(Reasons.AuthError, $"auth profile '{profile}' has no {part}");
        var value = await scope.FillAsync(text, ct);
        context.Redactor.Add(value, $"{profile}_{part}");
        return value;
    }
}
