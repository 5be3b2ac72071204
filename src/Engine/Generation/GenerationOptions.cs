namespace Alicerce.Engine.Generation;

/// <summary>What to generate and what is known of the target beyond its files.</summary>
public sealed record GenerationOptions
{
    /// <summary>Names of <see cref="GenerationKinds"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = GenerationKinds.Default;

    /// <summary>Values that the S004 tables do not fix are drawn from this seed and the key of their case.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Auth profiles that the environment has.</summary>
    public IReadOnlyList<string> AuthProfileNames { get; init; } = [];

    /// <summary>Profile for pages and operations that need a session; null when there is none.</summary>
    public string? DefaultAuth { get; init; }

    /// <summary>Role or permission, as components declare it, to the profile that has it. A role with a profile of the same name needs no entry.</summary>
    public IReadOnlyDictionary<string, string> RoleProfiles { get; init; } = new Dictionary<string, string>();

    /// <summary>Security scheme of an OpenAPI document to the profile that satisfies it. A scheme with a profile of the same name needs no entry.</summary>
    public IReadOnlyDictionary<string, string> SchemeProfiles { get; init; } = new Dictionary<string, string>();

    /// <summary>Where visitors without a session are sent.</summary>
    public string LoginPath { get; init; } = "/login";

    /// <summary>Fields of a successful login; values may hold <c>${secret:NAME}</c>. Empty: logins are only tried with wrong credentials.</summary>
    public IReadOnlyDictionary<string, string> LoginFields { get; init; } = new Dictionary<string, string>();

    /// <summary>Routes to leave out; a trailing <c>*</c> stands for anything.</summary>
    public IReadOnlyList<string> IgnoredRoutes { get; init; } = [];

    /// <summary>Also sends negative and boundary values to components that mail, store files, call models or other services.</summary>
    public bool AllowSideEffects { get; init; }

    /// <summary>Users at once in a load case.</summary>
    public int LoadUsers { get; init; } = 5;

    /// <summary>How long a load case presses.</summary>
    public TimeSpan LoadDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The profile that has a role: its mapping, else the profile of that name, else the default for no role at all.</summary>
    internal string? ProfileFor(string? role)
    {
        if (role is null) return DefaultAuth;
        if (RoleProfiles.TryGetValue(role, out var profile)) return profile;
        return AuthProfileNames.FirstOrDefault(n => n.Equals(role, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The profile for one of the schemes, else the default.</summary>
    internal string? ProfileForSchemes(IEnumerable<string> schemes)
    {
        foreach (var scheme in schemes)
        {
            if (SchemeProfiles.TryGetValue(scheme, out var profile)) return profile;
            if (AuthProfileNames.Contains(scheme)) return scheme;
        }
        return DefaultAuth;
    }

    internal bool Ignores(string route) => IgnoredRoutes.Any(i =>
        i.EndsWith('*') ? route.StartsWith(i[..^1], StringComparison.Ordinal) : route == i);
}
