using Alicerce.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Identity;

/// <summary>Of every endpoint it is known whose it is, and which few are open to everybody (D8).</summary>
public sealed class EndpointInventoryTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly string[] Open =
    [
        "GET /api/v1/auth/oidc/start", "GET /api/v1/auth/oidc/callback", "GET /api/v1/auth/start", "POST /api/v1/auth/login", "POST /api/v1/auth/password/choose", "GET /health", "GET /health/ready",
        "GET ", "GET /console/{**path}",
    ];

    private IEnumerable<RouteEndpoint> Endpoints =>
        fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_of_the_API_says_which_project_it_is_about_or_that_it_is_about_none() =>
        Endpoints.Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.Count(item => item.GetType().Name is "ProjectScope" or "AcrossProjects") != 1)
            .Select(NameOf).ShouldBeEmpty();

    [Fact]
    public void Only_health_and_signing_in_are_open_to_everybody() =>
        Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(NameOf).Except(Open).ShouldBeEmpty();

    private static string NameOf(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {endpoint.RoutePattern.RawText!.TrimEnd('/')}";
}
