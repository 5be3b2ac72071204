using System.Text.RegularExpressions;

namespace Alicerce.Architecture.Tests;

/// <summary>What the security pages claim is held by the tests that they name.</summary>
public sealed partial class SecurityGuideTests
{
    private const int Columns = 4;
    private static readonly string[] Pages = ["docs/security.md", "docs/runbooks/rotate-secrets.md"];

    [Fact]
    public void Every_test_that_the_security_pages_name_exists()
    {
        var tests = DeclaredTests();
        var named = Pages.SelectMany(page => NamedTest().Matches(Read(page)).Select(match => match.Groups["test"].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(50);
        named.Where(test => !tests.Contains(test)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_requirement_names_its_test_or_says_bluntly_why_there_is_none()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, Pages[0])).Where(line => Requirement().IsMatch(line))
            .Select(line => line.Trim('|', ' ').Split(" | ")).ToList();
        rows.Count.ShouldBeGreaterThan(100);
        rows.Where(row => row.Length != Columns || !(NamedTest().IsMatch(row[^1]) || Reason().IsMatch(row[^1]))).Select(row => string.Join(" | ", row)).ShouldBeEmpty();
        rows.Select(row => row[0]).ShouldBeUnique();
    }

    [Fact]
    [Trait("Req", "S001-SEC-09")]
    public void Every_secret_of_the_settings_has_a_way_to_be_exchanged()
    {
        var secrets = SecretSetting().Matches(Read("src/Server/PrintedSettings.cs")).Select(match => match.Groups["name"].Value).ToList();
        secrets.Count.ShouldBeGreaterThan(5);
        var guide = Read(Pages[1]);
        secrets.Where(name => !guide.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static HashSet<string> DeclaredTests() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .SelectMany(code => Class().Matches(code).SelectMany(room => Method().Matches(code).Select(method => $"{room.Groups["name"].Value}.{method.Groups["name"].Value}"))).ToHashSet();

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    [GeneratedRegex(@"`(?<test>[A-Z]\w+\.[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"^\| [0-9]+\.[0-9]+\.[0-9]+ ", RegexOptions.NonBacktracking)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"^(not met: |in part: |not applicable: |no test: |written: \[)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\(""(?<name>[A-Z_]+)"", Shown\.(Never|WithoutPassword)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SecretSetting();

    [GeneratedRegex(@"\bclass (?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex(@"public (async )?(Task|ValueTask|void) (?<name>[A-Z]\w+)\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Method();
}
