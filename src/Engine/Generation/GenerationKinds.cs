using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Generation;

/// <summary>The types of cases that can be asked for, by the names that the sources and the CLI use (S004-GEN-01, S004-GEN-10).</summary>
public static class GenerationKinds
{
    public const string Smoke = "smoke", Api = "api", Form = "form", Query = "query", Auth = "auth", Edge = "edge", Security = "security", E2e = "e2e", Load = "load";

    /// <summary>What is generated when nobody says otherwise.</summary>
    public static readonly IReadOnlyList<string> Default = [Smoke, Api, Form, Query];

    /// <summary>All known types, in the order in which their cases appear in a suite.</summary>
    public static readonly IReadOnlyList<string> All = [Smoke, Api, Form, Query, Auth, Edge, Security, E2e, Load];

    /// <summary>Whether a generator that was asked for these types would make such a case: one of another kind that it did not make has not vanished.</summary>
    public static bool Cover(IReadOnlyList<string> types, TestCase testCase) => types.Contains(testCase.Kind.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>One sentence that names each unknown type and lists the known ones; null when all are known (T004-42).</summary>
    public static string? Problem(IEnumerable<string> types)
    {
        var unknown = types.Where(t => !All.Contains(t)).Distinct(StringComparer.Ordinal).Select(t => $"'{t}'").ToList();
        return unknown.Count == 0 ? null : $"Unknown test type {string.Join(", ", unknown)}. Known types: {string.Join(", ", All)}.";
    }
}
