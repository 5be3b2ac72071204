using Alicerce.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Resources.Tests;

/// <summary>Each operation of the source's facade has a door of its own, by which other tests prove what it does (ADR 0026).</summary>
public sealed class FacadeTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("allocate_port", "POST /resources/ports/allocate")]
    [InlineData("release_port", "POST /resources/ports/release")]
    [InlineData("reserve_port", "POST /resources/ports/reserve")]
    [InlineData("get_port", "GET /resources/ports/services/{service_name}")]
    [InlineData("list_allocations", "GET /resources/ports")]
    [InlineData("check_port_available", "GET /resources/ports/check/{port:int}")]
    [InlineData("get_port_ranges", "GET /resources/ports/ranges")]
    [InlineData("set_port_range", "PUT /resources/ports/ranges/{name}")]
    [InlineData("set_secret", "POST /resources/secrets")]
    [InlineData("get_secret", "POST /resources/secrets/reveal")]
    [InlineData("list_secrets", "GET /resources/secrets")]
    [InlineData("delete_secret", "DELETE /resources/secrets/{key}")]
    [InlineData("rotate_secret", "POST /resources/secrets/rotate")]
    [InlineData("register_service", "POST /resources/services")]
    [InlineData("discover", "GET /resources/services/discover")]
    [InlineData("discover_by_type", "GET /resources/services")]
    [InlineData("health_check_all", "POST /resources/services/health-check")]
    [InlineData("deregister_service", "POST /resources/services/deregister")]
    [InlineData("generate_env_file", "GET /resources/generate/env/{project_id:int}")]
    [InlineData("generate_docker_compose", "GET /resources/generate/docker-compose/{project_id:int}")]
    [InlineData("generate_nginx_conf", "GET /resources/generate/nginx/{project_id:int}")]
    [InlineData("generate_quantum_config", "GET /resources/generate/quantum-config/{project_id:int}")]
    public void Each_operation_has_its_door(string operation, string door) =>
        fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {endpoint.RoutePattern.RawText!.Replace("/api/v1", "", StringComparison.Ordinal).TrimEnd('/')}")
            .ShouldContain(door, operation);
}
