using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Quantum;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation;

/// <summary>What all case sources look at: the scan, the options, and where notes go.</summary>
internal sealed class GenerationContext
{
    private const string NotEnforced = "declared_not_enforced";

    private readonly ILookup<string, Finding> _findings;
    private readonly Dictionary<string, GenerationNote> _notes = new(StringComparer.Ordinal);
    private readonly Lazy<LoginForm?> _login;

    public GenerationContext(ScanResult scan, GenerationOptions options)
    {
        Options = options;
        Components = [.. scan.Components.Where(c => c.Route is null || !options.Ignores(c.Route)).OrderBy(c => c.FilePath, StringComparer.Ordinal)];
        Schemas = new SchemaValueFactory(scan.Documents);
        _findings = scan.Findings.ToLookup(f => f.FilePath, StringComparer.Ordinal);
        _login = new Lazy<LoginForm?>(() => LoginForm.Find(this));
    }

    public GenerationOptions Options { get; }

    /// <summary>By path, without those that the options ignore.</summary>
    public IReadOnlyList<Component> Components { get; }

    public SchemaValueFactory Schemas { get; }
    public IReadOnlyList<GenerationNote> Notes => [.. _notes.Values];

    public Random RandomFor(Component component, CaseKind kind, string what) => CaseRandom.For(Options.Seed, CaseDraft.KeyOf(component, kind, what));

    /// <summary>The component that answers a path, or null.</summary>
    public Component? At(string path) => Components.FirstOrDefault(c => c.Route == path && c.Type != ComponentType.Api);

    /// <summary>Says once why something is not tested.</summary>
    public void Note(string code, string message, Component? component = null, FindingSeverity severity = FindingSeverity.Info) =>
        _notes.TryAdd($"{code}|{message}|{component?.FilePath}", new GenerationNote(code, message, component?.FilePath, severity));

    /// <summary>
    /// The finding that says a declared rule is not enforced, by its subject and a word of its code. A finding of that word about the
    /// whole file answers where none is about the subject.
    /// </summary>
    public string? FindingFor(Component component, string? subject, params ReadOnlySpan<string> words)
    {
        Finding? best = null;
        foreach (var finding in _findings[component.FilePath])
        {
            if (!finding.Code.StartsWith(NotEnforced, StringComparison.Ordinal) || !Speaks(finding, words)) continue;
            if (finding.Subject is not null && finding.Subject == subject) return finding.Id;
            if (finding.Subject is null && !words.IsEmpty) best ??= finding;
        }
        return best?.Id;
    }

    /// <summary>The profile for a component, and a note when it needs one that nobody gave.</summary>
    public bool TryAuth(Component component, bool needed, out string? profile)
    {
        profile = null;
        if (!needed) return true;
        profile = Options.ProfileFor(component.RequiresAuth ? component.RequiredRole : null);
        if (profile is not null) return true;
        var role = component.RequiredRole is { } r ? $" with role '{r}'" : "";
        Note("needs_auth_profile", $"{component.Name} needs a session{role}: give an auth profile to test what lies behind the login.", component, FindingSeverity.Warning);
        return false;
    }

    /// <summary>As for the component; a session that only the action asks for is used where there is one, for the runtime does not insist on it.</summary>
    public bool TryAuth(Component component, ComponentAction action, out string? profile)
    {
        if (!TryAuth(component, component.RequiresAuth, out profile)) return false;
        if (action.RequiresAuth) profile ??= Options.DefaultAuth;
        return true;
    }

    /// <summary>Blind wrong values are kept away from components that mail, store files or call others.</summary>
    public bool MayProbe(Component component)
    {
        if (component.SideEffects.Count == 0 || Options.AllowSideEffects) return true;
        Note("side_effects", $"{component.Name} has effects outside the page ({string.Join(", ", component.SideEffects)}): only valid input is sent.", component);
        return false;
    }

    /// <summary>The page whose form signs visitors in.</summary>
    public LoginForm? Login => _login.Value;

    private static bool Speaks(Finding finding, ReadOnlySpan<string> words)
    {
        if (words.IsEmpty) return true;
        foreach (var word in words)
        {
            if (finding.Code.Contains(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
