using System.Xml.Linq;

namespace Alicerce.Tools.TestReport;

/// <summary>One test as the runner reported it, with the requirement and trap ids that it carries.</summary>
internal sealed record TestResult(string Assembly, string Name, string Outcome, IReadOnlyList<string> Ids, string? Message)
{
    public bool Passed => Outcome == "Pass";
    public bool Skipped => Outcome is "Skip" or "NotRun";
}

/// <summary>Reads the XML files that the test executables and the console's tests write.</summary>
internal static class TestResults
{
    public static IReadOnlyList<TestResult> ReadAll(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There are no test results in {folder}: run 'make test' first.");
        return [.. Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).SelectMany(Read)];
    }

    private static IEnumerable<TestResult> Read(string file)
    {
        var results = XDocument.Load(file);
        foreach (var test in results.Descendants("testcase")) yield return JUnitTest(Path.GetFileNameWithoutExtension(file), test);
        foreach (var assembly in results.Descendants("assembly"))
        {
            var name = Path.GetFileNameWithoutExtension((string?)assembly.Attribute("name") ?? file);
            foreach (var test in assembly.Descendants("test"))
                yield return Test(name, test);
            foreach (var error in assembly.Elements("errors").Elements("error"))
                yield return new TestResult(name, (string?)error.Attribute("name") ?? "error outside a test", "Fail", [], (string?)error.Element("failure")?.Element("message"));
        }
    }

    // As the console's tests report: a test without a word beside it has passed.
    private static TestResult JUnitTest(string file, XElement test)
    {
        var failure = test.Element("failure") ?? test.Element("error");
        var outcome = failure is not null ? "Fail" : test.Element("skipped") is null ? "Pass" : "Skip";
        return new TestResult(file, $"{(string?)test.Attribute("classname")}: {(string?)test.Attribute("name")}", outcome, [], (string?)failure?.Attribute("message") ?? failure?.Value);
    }

    private static TestResult Test(string assembly, XElement test) => new(
        assembly,
        (string?)test.Attribute("name") ?? "?",
        (string?)test.Attribute("result") ?? "Fail",
        [.. test.Descendants("trait").Where(t => (string?)t.Attribute("name") is "Req" or "Trap").Select(t => (string)t.Attribute("value")!).Distinct()],
        (string?)test.Element("failure")?.Element("message") ?? (string?)test.Element("reason"));
}
