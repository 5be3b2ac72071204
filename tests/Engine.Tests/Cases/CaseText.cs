using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Tests.Cases;

internal static class CaseText
{
    public static async Task<(List<TestCase> Cases, List<FileProblem> Problems)> ReadAsync(string text)
    {
        var problems = new List<FileProblem>();
        var cases = new List<TestCase>();
        await foreach (TestCase @case in CaseFileReader.ReadAsync(new StringReader(text), "cases.yaml", problems.Add, TestContext.Current.CancellationToken))
            cases.Add(@case);
        return (cases, problems);
    }
}
