using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Modules.Testing;

/// <summary>Whose suites, cases, runs and results are: their project's members may come in (D8).</summary>
internal static class Owners
{
    public static TBuilder OfSuite<TBuilder>(this TBuilder builder, string routeValue)
        where TBuilder : IEndpointConventionBuilder =>
        builder.InProject(
            routeValue, async (services, id, ct) => await SuiteOwners.ProjectOfAsync(services.GetRequiredService<NpgsqlDataSource>(), (int)id, ct), id => Unknown.Suite((int)id));

    public static TBuilder OfCase<TBuilder>(this TBuilder builder, string routeValue)
        where TBuilder : IEndpointConventionBuilder =>
        builder.InProject(
            routeValue,
            Find((db, id) => db.Cases.Where(testCase => testCase.Id == id).Join(db.Suites, testCase => testCase.SuiteId, suite => suite.Id, (_, suite) => (int?)suite.ProjectId)),
            id => Unknown.Case((int)id));

    public static TBuilder OfRun<TBuilder>(this TBuilder builder, string routeValue)
        where TBuilder : IEndpointConventionBuilder =>
        builder.InProject(
            routeValue,
            Find((db, id) => db.Runs.Where(run => run.Id == id).Join(db.Suites, run => run.SuiteId, suite => suite.Id, (_, suite) => (int?)suite.ProjectId)),
            id => Unknown.Run((int)id));

    public static TBuilder OfResult<TBuilder>(this TBuilder builder, string routeValue)
        where TBuilder : IEndpointConventionBuilder =>
        builder.InProject(
            routeValue,
            Find((db, id) => db.Results.Where(result => result.Id == id).Join(db.Runs, result => result.RunId, run => run.Id, (_, run) => run.SuiteId)
                .Join(db.Suites, suiteId => suiteId, suite => suite.Id, (_, suite) => (int?)suite.ProjectId)),
            Unknown.Result);

    private static ProjectOf Find(Func<TestingDb, long, IQueryable<int?>> query) =>
        async (services, id, ct) => await query(services.GetRequiredService<TestingDb>(), id).FirstOrDefaultAsync(ct);
}
