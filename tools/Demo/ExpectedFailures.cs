using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Alicerce.Demo;

/// <summary>A bug that is planted in the sample, and the cases that must fail because of it.</summary>
internal sealed class PlantedBug
{
    public int Bug { get; set; }
    public string What { get; set; } = "";

    /// <summary>Keys of cases; <c>*</c> stands for anything.</summary>
    public List<string> Cases { get; set; } = [];

    public bool Explains(string key) => Cases.Exists(pattern => Regex.IsMatch(key, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking));
}

/// <summary>The one file that lists what the demo expects to fail: these, and nothing else.</summary>
internal static class ExpectedFailures
{
    public static IReadOnlyList<PlantedBug> Read(string file) =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<PlantedBug>>(File.ReadAllText(file));

    /// <returns>One sentence for each bug that no case found and each failure that no bug explains; empty when all is as planted.</returns>
    public static IReadOnlyList<string> Judge(IReadOnlyList<PlantedBug> bugs, ShopCheck check) =>
    [
        // Red exactly when something is planted: an empty run, for one, fails without a failed case.
        .. check.ExitCode == (bugs.Count == 0 ? 0 : 1) ? Enumerable.Empty<string>() : [$"the check ended with {check.ExitCode}"],
        .. bugs.Where(bug => !check.FailedKeys.Any(bug.Explains)).Select(bug => $"planted bug {bug.Bug} was not found: {bug.What}"),
        .. check.FailedKeys.Where(key => !bugs.Any(bug => bug.Explains(key))).Select(key => $"failed, and no planted bug explains it: {key}"),
    ];
}
