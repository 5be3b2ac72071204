using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;

namespace Alicerce.Platform.Identity;

/// <summary>Finds the project that a thing belongs to; null when there is no such thing.</summary>
public delegate ValueTask<int?> ProjectOf(IServiceProvider services, long id, CancellationToken ct);

/// <summary>Says of an endpoint which of its route values leads to the project whose members may come in.</summary>
/// <param name="RouteValue">Holds an id.</param>
/// <param name="Unknown">Answered for a thing that is not there, and for one that the caller may not know of: nobody can tell the two apart.</param>
internal sealed record ProjectScope(string RouteValue, ProjectOf Find, Func<long, Problem> Unknown);

/// <summary>Mark of an endpoint that belongs to no single project; it shows each caller only what is visible to it, or is about the house.</summary>
internal sealed record AcrossProjects;

/// <summary>The caller's role in the project that this request is about.</summary>
internal sealed record RoleInProject(AccessRole Role);

/// <summary>How endpoints say whose they are. Every endpoint says one of these things; a test holds the list (D8).</summary>
public static class ProjectScopes
{
    /// <summary>The route value is the id of a project.</summary>
    public static TBuilder InProject<TBuilder>(this TBuilder builder, string routeValue, Func<long, Problem>? unknown = null)
        where TBuilder : IEndpointConventionBuilder =>
        builder.InProject(routeValue, (_, id, _) => ValueTask.FromResult<int?>(id is > 0 and <= int.MaxValue ? (int)id : null), unknown ?? (_ => Projects.ProjectsEndpoints.Unknown));

    /// <summary>The route value is the id of something that belongs to a project.</summary>
    /// <param name="builder">Of one endpoint or a group.</param>
    /// <param name="routeValue">Such as <c>id</c>.</param>
    /// <param name="find">Called for callers who do not see all projects.</param>
    /// <param name="unknown">The slice's own answer for an id that there is not.</param>
    public static TBuilder InProject<TBuilder>(this TBuilder builder, string routeValue, ProjectOf find, Func<long, Problem> unknown)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ProjectScope(routeValue, find, unknown));

    /// <summary>Belongs to no single project.</summary>
    public static TBuilder AcrossProjects<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AcrossProjects());
}
