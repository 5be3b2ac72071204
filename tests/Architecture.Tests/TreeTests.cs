using System.Text.RegularExpressions;

namespace Alicerce.Architecture.Tests;

/// <summary>Habits that a reviewer would otherwise have to remember.</summary>
public partial class TreeTests
{
    private const int LongestFile = 350;

    [Fact]
    public void No_source_file_grows_into_a_hall() =>
        SourceFiles().Where(f => !IsMigration(f) && File.ReadLines(f).Count() > LongestFile).Select(Relative).ShouldBeEmpty();

    [Fact]
    public void No_file_is_named_after_a_drawer() =>
        SourceFiles().Where(f => Drawer().IsMatch(Path.GetFileNameWithoutExtension(f))).Select(Relative).ShouldBeEmpty();

    [Fact]
    public void The_web_server_framework_is_not_asked_to_validate_by_generated_code() =>
        // .NET's generated request validation sees only public types of the host and then validates nothing (ADR 0010).
        SourceFiles().Where(f => File.ReadAllText(f).Contains(".AddValidation(", StringComparison.Ordinal)).Select(Relative).ShouldBeEmpty();

    [Fact]
    public void The_client_of_Redis_stays_small_enough_to_be_replaced()
    {
        // Its settings, its registration and the warning about evictions are not the client.
        string[] around = ["RedisOptions.cs", "RedisUrl.cs", "RedisServices.cs", "EvictionWarning.cs"];
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Platform", "Redis"), "*.cs").Where(file => !around.Contains(Path.GetFileName(file)))
            .SelectMany(File.ReadLines).Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("using ", StringComparison.Ordinal))
            .ShouldBeInRange(1, 599);
    }

    [Fact]
    public void Every_decision_is_numbered_once()
    {
        var numbers = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "adr"), "*.md").Select(f => Path.GetFileName(f)[..4]).ToList();
        numbers.ShouldBeUnique();
        numbers.ShouldNotBeEmpty();
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "samples", "tools", "bench" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));

    private static bool IsMigration(string file) => file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);

    [GeneratedRegex("(Helper|Helpers|Utils|Utility|Manager|Common|Misc)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Drawer();
}
