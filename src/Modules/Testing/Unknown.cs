using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing;

/// <summary>What is asked for and does not exist, in the words of the source (S004-ERR).</summary>
internal static class Unknown
{
    public static Problem Project(int id) => Problem.NotFound("projects.unknown", $"Project {id} not found");

    public static Problem Component(int id) => Problem.NotFound("components.unknown", $"Component {id} not found");

    public static Problem Suite(int id) => Problem.NotFound("suites.unknown", $"Suite {id} not found");

    public static Problem Case(int id) => Problem.NotFound("cases.unknown", $"Case {id} not found");

    public static Problem Run(int id) => Problem.NotFound("test_runs.unknown", $"Run {id} not found");

    public static Problem Result(long id) => Problem.NotFound("test_results.unknown", $"Result {id} not found");
}
