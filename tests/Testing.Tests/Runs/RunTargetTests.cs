using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Projects;

namespace Alicerce.Testing.Tests.Runs;

public sealed class RunTargetTests
{
    private static EnvironmentFacts Environment(string? baseUrl, string? dockerHost, int? port) =>
        new(1, 1, "dev", dockerHost, port, baseUrl, IsProtected: false, IsSelfTest: false, new Dictionary<string, string>(), []);

    [Theory, Trait("Req", "S004-RUN-08"), Trait("Trap", "T004-52")]
    [InlineData("ssh://user@host:22", "http://host:8080/")]
    [InlineData("ssh://user@host", "http://host:8080/")]
    [InlineData("tcp://10.0.0.7:2375", "http://10.0.0.7:8080/")]
    [InlineData("user@host", "http://host:8080/")]
    [InlineData("forge", "http://forge:8080/")]
    [InlineData("ssh://user@[::1]:22", "http://[::1]:8080/")]
    [InlineData(null, "http://localhost:8080/")]
    public void The_host_of_docker_host_gets_the_environments_port(string? dockerHost, string expected)
    {
        RunTarget.BaseUrlOf(Environment(null, dockerHost, 8080), out var problem)?.ToString().ShouldBe(expected);
        problem.ShouldBeNull();
    }

    [Theory, Trait("Req", "S004-RUN-08"), Trait("Trap", "T004-52")]
    [InlineData("unix:///var/run/docker.sock", 8080, "docker_host_invalid")]
    [InlineData("ssh://", 8080, "docker_host_invalid")]
    [InlineData("forge", null, "environment_without_address")]
    public void An_environment_that_names_no_reachable_host_is_refused_with_a_reason(string dockerHost, int? port, string code)
    {
        RunTarget.BaseUrlOf(Environment(null, dockerHost, port), out var problem).ShouldBeNull();
        problem!.Details.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact, Trait("Req", "S004-RUN-08")]
    public void A_base_url_wins() =>
        RunTarget.BaseUrlOf(Environment("https://shop.example/app", "ssh://user@host", 1), out _)!.ToString().ShouldBe("https://shop.example/app");
}
