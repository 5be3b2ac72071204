using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alicerce.Platform.Web.Answers;

/// <summary>201 with data and its address, or a problem.</summary>
public sealed class Created<T> : IResult, IEndpointMetadataProvider
    where T : notnull
{
    internal Created(string? location, T? value, Problem? problem) => (Location, Value, Problem) = (location, value, problem);

    public string? Location { get; }

    public T? Value { get; }

    public Problem? Problem { get; }

    public static implicit operator Created<T>(Problem problem) => new(null, default, problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null) httpContext.Response.Headers.Location = Location;
        return Answer.WriteAsync(httpContext, 201, Value, (NoMeta?)null, Problem);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Answer.Describe<T, NoMeta>(builder, 201);
}

/// <summary>Makes <see cref="Created{T}"/> answers.</summary>
public static class Created
{
    public static Created<T> At<T>(string location, T value)
        where T : notnull =>
        new(location, value, null);
}
