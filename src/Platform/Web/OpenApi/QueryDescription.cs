using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>What the types of a route do not tell the API's description about a query parameter; the slice itself does the checking.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Allowed">The only values that are taken; null where any is.</param>
public sealed record QueryDescription(string Name, IReadOnlyCollection<string>? Allowed = null)
{
    /// <summary>Without it the route answers 422.</summary>
    public bool Required { get; init; }

    /// <summary>Regular expression that a value matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>A value that the route always understands, of the parameter's own type.</summary>
    public object? Example { get; init; }

    internal void ApplyTo(OpenApiOperation operation)
    {
        if (operation.Parameters?.FirstOrDefault(p => p.Name == Name && p.In == ParameterLocation.Query) is not OpenApiParameter { Schema: OpenApiSchema schema } parameter)
            throw new InvalidOperationException($"{operation.OperationId} has no query parameter {Name} to describe.");
        parameter.Required |= Required;
        if (Example is not null) parameter.Example = JsonSerializer.SerializeToNode(Example);
        if (Pattern is not null) schema.Pattern = Pattern;
        if (Allowed is not null) schema.Enum = [.. Allowed.Order(StringComparer.Ordinal).Select(value => (JsonNode)JsonValue.Create(value))];
    }
}

/// <summary>Adds a <see cref="QueryDescription"/> to a route.</summary>
public static class QueryDescriptions
{
    public static TBuilder Describes<TBuilder>(this TBuilder builder, params QueryDescription[] parameters)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata([.. parameters]);
}
