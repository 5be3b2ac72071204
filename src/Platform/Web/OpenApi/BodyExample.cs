using Microsoft.AspNetCore.Builder;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>The request body that the description shows for a route whose body the schema alone does not explain.</summary>
public sealed record BodyExample(string Json);

/// <summary>Adds a <see cref="BodyExample"/> to a route.</summary>
public static class BodyExamples
{
    public static TBuilder WithExample<TBuilder>(this TBuilder builder, string json)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new BodyExample(json));
}
