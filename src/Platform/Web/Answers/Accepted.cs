using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alicerce.Platform.Web.Answers;

/// <summary>202 with data; the address is where the work can be watched, usually <c>/api/v1/jobs/{id}</c>. Or a problem.</summary>
public sealed class Accepted<T> : IResult, IEndpointMetadataProvider
    where T : notnull
{
    internal Accepted(string? location, T? value, Problem? problem) => (Location, Value, Problem) = (location, value, problem);

    public string? Location { get; }

    public T? Value { get; }

    public Problem? Problem { get; }

    public static implicit operator Accepted<T>(Problem problem) => new(null, default, problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null) httpContext.Response.Headers.Location = Location;
        return Answer.WriteAsync(httpContext, 202, Value, (NoMeta?)null, Problem);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Answer.Describe<T, NoMeta>(builder, 202);
}

/// <summary>Makes <see cref="Accepted{T}"/> answers.</summary>
public static class Accepted
{
    public static Accepted<T> At<T>(string location, T value)
        where T : notnull =>
        new(location, value, null);
}
