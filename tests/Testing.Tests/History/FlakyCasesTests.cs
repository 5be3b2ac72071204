using System.Net;
using Alicerce.Testing.Tests.Runs;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Testing.Tests.History;

public sealed class FlakyCasesTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_passes_and_fails_in_turn_is_flaky_one_that_broke_is_not()
    {
        var turn = 0;
        await using var target = await Target.StartAsync(context =>
        {
            var isBad = context.Request.Path.Value switch { "/turns" => turn % 2 == 1, "/broke" => turn >= 2, _ => false };
            context.Response.StatusCode = isBad ? 500 : 200;
            return context.Response.WriteAsync("fine", context.RequestAborted);
        });
        var suite = await fixture.SuiteAgainstAsync(target, "{}", RunsFixture.Get("/turns"), RunsFixture.Get("/broke"), RunsFixture.Get("/good"));
        for (turn = 0; turn < 4; turn++) await fixture.RunAsync(suite);

        var flaky = (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/flaky-cases", Ct)).EnumerateArray().ShouldHaveSingleItem();
        flaky.GetProperty("test_name").GetString().ShouldBe("GET /turns");
        flaky.GetProperty("environment").GetString().ShouldBe("local");
        (flaky.GetProperty("runs").GetInt32(), flaky.GetProperty("turns").GetInt32(), flaky.GetProperty("retried").GetInt32()).ShouldBe((4, 3, 0));
    }

    [Fact]
    public async Task A_suite_that_never_ran_has_none_and_an_unknown_one_is_not_found()
    {
        var suite = await fixture.SuiteAsync(await fixture.ProjectAsync(), "{}");
        (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/flaky-cases", Ct)).GetArrayLength().ShouldBe(0);
        using var answer = await fixture.Client.GetAsync("/api/v1/test-suites/999999/flaky-cases", Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
