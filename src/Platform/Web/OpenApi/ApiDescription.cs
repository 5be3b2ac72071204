using System.Reflection;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>The API's own description, OpenAPI 3.1, at <c>/openapi/v1.json</c>.</summary>
public static class ApiDescription
{
    public const string DocumentName = "v1";
    private const string SchemeId = "bearer";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type => SchemaNames.Of(type.Type) is { } name && OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not null ? name : null;
            options.AddDocumentTransformer(DescribeDocument);
            options.AddDocumentTransformer(CompleteDocument);
            options.AddOperationTransformer(DescribeOperationAsync);
            options.AddSchemaTransformer(DescribeOptionalAsync);
            options.AddSchemaTransformer(DescribeEntries);
        });

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Alicerce API",
            Version = ServiceInfo.Version,
            Description = "Answers come in one envelope, errors in one body. Long work answers 202 with the address of its job.",
            License = new OpenApiLicense { Name = "MIT" },
        };

        // The address is where the document was read from; a fixed one would be wrong on the next machine.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[SchemeId] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A personal access token, or the admin's token that the first start writes to admin.token in the data folder.",
        };
        return Task.CompletedTask;
    }

    private static Task CompleteDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        SourceRouteDescriptions.AddTo(document);
        ClosedBodies.Describe(document);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        {
            IEnumerable<OpenApiMediaType> answers = operation.Responses?.Where(response => response.Key[0] == '2').SelectMany(response => response.Value.Content?.Values ?? []) ?? [];
            foreach (var media in answers.Concat(operation.RequestBody?.Content?.Where(content => content.Key.EndsWith("json", StringComparison.Ordinal)).Select(content => content.Value) ?? []))
                media.Example ??= media.Schema is { } schema ? ExampleValues.Of(schema) : null;
        }

        return Task.CompletedTask;
    }

    // A field that may be left out looks like the field itself; being left out is what "not required" says already.
    private static async Task DescribeOptionalAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Optional<>)) return;
        var inner = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, ct);
        schema.Type = inner.Type;
        schema.Format ??= inner.Format;
        schema.Pattern ??= inner.Pattern;
        (schema.Items, schema.AdditionalProperties) = (inner.Items, inner.AdditionalProperties);
        (schema.Properties, schema.Required, schema.Enum) = (inner.Properties, inner.Required, inner.Enum);
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property && MayBeCleared(property)) schema.Type |= JsonSchemaType.Null;
    }

    private static Task DescribeEntries(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(EachEntryAttribute), inherit: true) is not [EachEntryAttribute entry]) return Task.CompletedTask;
        var text = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = entry.Longest, Pattern = entry.Pattern };
        if (schema.Items is not null) schema.Items = text;
        else schema.AdditionalProperties = text;
        return Task.CompletedTask;
    }

    private static bool MayBeCleared(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }];

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= OperationNames.Of(context.Description.HttpMethod, context.Description.RelativePath);
        foreach (var parameter in metadata.OfType<QueryDescription>()) parameter.ApplyTo(operation);
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        if (!isOpen) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeId, context.Document)] = [] }];

        OperationDetails.AddTo(operation, context.Description.HttpMethod, metadata);
        var error = await context.GetOrCreateSchemaAsync(typeof(ErrorBody), null, ct);
        context.Document?.AddComponent(SchemaNames.Of(typeof(ErrorBody))!, error);
        IOpenApiSchema reference = new OpenApiSchemaReference(SchemaNames.Of(typeof(ErrorBody))!, context.Document);
        var statuses = isOpen && context.Description.HttpMethod == "GET" ? [429, 500] : StatusesOf(operation, metadata);
        operation.Responses ??= [];
        foreach (var status in statuses)
        {
            operation.Responses.TryAdd($"{status}", new OpenApiResponse
            {
                Description = ProblemKinds.OfStatus(status).Message,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = reference } },
            });
        }
    }

    private static List<int> StatusesOf(OpenApiOperation operation, IList<object> metadata)
    {
        List<int> statuses = [401, 429, 500, 503];
        if (operation.RequestBody is not null) statuses.AddRange([400, 413, 415, 422]);
        else if (operation.Parameters is { Count: > 0 }) statuses.Add(422);
        if (metadata.OfType<IRouteDiagnosticsMetadata>().Any(route => route.Route.Contains('{'))) statuses.Add(404);
        return statuses;
    }
}
