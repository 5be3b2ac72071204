using System.Net.Http.Json;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>The server with one job at a time, so that a test decides when the next begins.</summary>
public sealed class OneJobFixture : RunsFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_JOBS"] = "1" };
}

/// <summary>A run goes where its environment was when it was asked for.</summary>
public sealed class MovedEnvironmentTests(OneJobFixture fixture) : IClassFixture<OneJobFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_environment_that_moves_does_not_take_a_run_under_way_along()
    {
        var gate = new TaskCompletionSource();
        await using var slow = await Target.StartAsync(_ => gate.Task);
        await using var first = await Target.StartAsync();
        await using var second = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        var environment = await fixture.EnvironmentAsync(project, first.Url);
        var suite = await fixture.SuiteAsync(project, "{}", Get("/"));
        var before = await fixture.StartAsync(await fixture.SuiteAgainstAsync(slow, "{}", Get("/")));
        var run = await fixture.StartAsync(suite);

        (await fixture.Client.PatchAsJsonAsync($"/api/v1/environments/{environment}", new { base_url = second.Url.ToString() }, Ct)).EnsureSuccessStatusCode();
        gate.SetResult();
        await fixture.EndOfAsync(before);
        var ended = await fixture.EndOfAsync(run);

        (ended.GetProperty("status").GetString(), ended.GetProperty("base_url").GetString()).ShouldBe(("passed", first.Url.ToString()));
        first.Requests.Count.ShouldBe(1);
        second.Requests.ShouldBeEmpty();
        (await fixture.RunAsync(suite)).GetProperty("base_url").GetString().ShouldBe(second.Url.ToString());
        second.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_whose_environment_was_deleted_names_it_and_says_what_to_do()
    {
        var gate = new TaskCompletionSource();
        await using var slow = await Target.StartAsync(_ => gate.Task);
        var project = await fixture.ProjectAsync();
        var environment = await fixture.EnvironmentAsync(project, slow.Url);
        var before = await fixture.StartAsync(await fixture.SuiteAgainstAsync(slow, "{}", Get("/")));
        var run = await fixture.StartAsync(await fixture.SuiteAsync(project, "{}", Get("/")));

        (await fixture.Client.DeleteAsync($"/api/v1/environments/{environment}", Ct)).EnsureSuccessStatusCode();
        gate.SetResult();
        await fixture.EndOfAsync(before);
        var ended = await fixture.EndOfAsync(run);

        ended.GetProperty("message").GetString().ShouldBe(
            "The environment 'local' of this run was deleted before all of its cases had run; make it again, or start the suite in another environment.");
    }
}
