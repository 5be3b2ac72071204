using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alicerce.Platform.Web.Answers;

/// <summary>200 with data, or a problem. Convert a value or a <see cref="Problem"/> implicitly.</summary>
public sealed class Result<T> : IResult, IEndpointMetadataProvider
    where T : notnull
{
    private Result(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsSuccess => Problem is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteResourceAsync(httpContext, Value, Problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Answer.Describe<T, NoMeta>(builder, 200);
}
