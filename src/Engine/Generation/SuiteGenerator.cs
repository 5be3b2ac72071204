using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.OpenApi;
using Alicerce.Engine.Generation.Quantum;

namespace Alicerce.Engine.Generation;

/// <summary>
/// Makes test cases from components (S004-GEN-01). Pure: the same scan, options and seed give the same suite, on any machine and in any
/// order of components; nothing is read and nothing is sent.
/// </summary>
public static class SuiteGenerator
{
    private static readonly IReadOnlyList<ICaseSource> Sources =
    [
        new SmokeCases(),
        new ActionCases(),
        new FunctionCases(),
        new FormCases(),
        new QueryCases(),
        new OperationCases(),
        new OperationNegativeCases(),
        new AuthCases(),
        new OperationAuthCases(),
        new EdgeCases(),
        new OperationEdgeCases(),
        new SecurityCases(),
        new OperationSecurityCases(),
        new StoryCases(),
        new OperationStoryCases(),
        new LoadCases(),
    ];

    /// <exception cref="ArgumentException">A type is unknown; the message lists the known ones (T004-42).</exception>
    public static GeneratedSuite Generate(ScanResult scan, GenerationOptions options)
    {
        if (GenerationKinds.Problem(options.Types) is { } problem) throw new ArgumentException(problem, nameof(options));
        var context = new GenerationContext(scan, options);
        if (scan.Components.Count == 0)
            context.Note("no_components", "The scan found no components, so there is nothing to test. Check the folder and its ignore rules.", severity: FindingSeverity.Warning);

        var cases = new List<TestCase>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in GenerationKinds.All.Where(options.Types.Contains))
        {
            foreach (var component in context.Components)
            {
                foreach (var source in Sources.Where(s => s.Kind == kind))
                {
                    foreach (var made in source.From(component, context)) cases.Add(made with { Key = Unique(made.Key, keys), Order = cases.Count + 1 });
                }
            }
        }
        return new GeneratedSuite(cases, context.Notes);
    }

    /// <summary>Twins, two forms without an id or two actions of one name, are told apart by their place in the file.</summary>
    private static string Unique(string key, HashSet<string> keys)
    {
        if (keys.Add(key)) return key;
        var number = 2;
        while (!keys.Add($"{key}~{number}")) number++;
        return $"{key}~{number}";
    }
}
