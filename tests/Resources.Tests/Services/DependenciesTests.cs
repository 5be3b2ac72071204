using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services;

namespace Alicerce.Resources.Tests.Services;

public sealed class DependenciesTests
{
    private const string Down = "unhealthy";

    [Fact]
    public void A_service_suffers_from_a_dependency_that_is_down_and_says_which()
    {
        var shop = Service("shop", dependsOn: ["db"]);
        DownOf(shop, Service("db", Down)).ShouldBe("depends on db, which is unhealthy");
        ServiceView.Of(shop, "depends on db, which is unhealthy").ShouldSatisfyAllConditions(
            view => view.HealthStatus.ShouldBe("degraded"), view => view.OwnHealthStatus.ShouldBe("healthy"), view => view.Reason.ShouldBe("depends on db, which is unhealthy"));
    }

    [Fact]
    public void What_is_down_itself_stays_down() => ServiceView.Of(Service("shop", Down), "depends on db, which is unhealthy").HealthStatus.ShouldBe(Down);

    [Fact]
    public void A_dependency_with_one_instance_that_works_is_not_down() => DownOf(Service("shop", dependsOn: ["db"]), Service("db", Down), Service("db", port: 2)).ShouldBeNull();

    [Fact]
    public void A_dependency_of_a_dependency_counts_too() =>
        DownOf(Service("shop", dependsOn: ["api"]), Service("api", dependsOn: ["db"]), Service("db", Down)).ShouldBe("depends on db (through api), which is unhealthy");

    [Fact]
    public void A_dependency_that_nobody_registered_is_down() => DownOf(Service("shop", dependsOn: ["db"])).ShouldBe("depends on db, which nobody registered");

    [Theory, InlineData(2), InlineData(3), InlineData(500)]
    public void Services_that_depend_on_each_other_in_a_circle_end(int length)
    {
        var circle = Enumerable.Range(0, length).Select(i => Service($"s{i}", dependsOn: [$"s{(i + 1) % length}"])).ToArray();
        DownOf(circle[0], circle[1..]).ShouldBeNull();
    }

    [Fact]
    public void The_nearest_service_of_a_name_is_meant()
    {
        var shop = Service("shop", dependsOn: ["db"], project: 1, environment: 2);
        var ofHouse = Service("db", Down);
        DownOf(shop, ofHouse).ShouldNotBeNull();
        DownOf(shop, ofHouse, Service("db", project: 1)).ShouldBeNull();
        DownOf(shop, Service("db", project: 1), Service("db", Down, project: 1, environment: 2)).ShouldNotBeNull();
        DownOf(shop, Service("db", Down, project: 1, environment: 3), Service("db", Down, project: 9), Service("db", project: 1)).ShouldBeNull();
    }

    private static string? DownOf(RegisteredService service, params RegisteredService[] others) => new Dependencies([service, .. others]).DownOf(service);

    private static RegisteredService Service(string name, string status = "healthy", string[]? dependsOn = null, int? project = null, int? environment = null, int port = 1) => new()
    {
        Name = name, ServiceType = "app", Host = "h", Port = port, Protocol = "http", HealthStatus = status, DependsOn = dependsOn ?? [], ProjectId = project, EnvironmentId = environment,
    };
}
