using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web.Answers;

/// <summary>Tells the API description which failures a route answers with.</summary>
public static class ErrorResponses
{
    /// <summary>Beside 401, 422 and 500, which the description adds to every route by itself.</summary>
    public static TBuilder ProducesErrors<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ErrorBody), ["application/json"]));
        return builder;
    }
}
