using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web.Errors;

/// <summary>Explains a request that could not be read: where, and what was expected, never the rejected value (T001-07).</summary>
internal static partial class BadRequests
{
    private const int LongestShownName = 100;

    public static Task AnswerAsync(HttpContext context, BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json) return Answer.WriteAsync(context, OfJson(json));
        if (exception.StatusCode is 413 or 415 or 431 or 408)
        {
            var (code, message) = ProblemKinds.OfStatus(exception.StatusCode);
            return Answer.WriteErrorAsync(context, exception.StatusCode, code, message, []);
        }

        return Answer.WriteAsync(context, OfParameter(exception.Message));
    }

    internal static Problem OfJson(JsonException exception)
    {
        if (exception is NullEntry nothing)
        {
            var entry = $"{FieldOf(exception.Path, null)}{nothing.Place}".TrimStart('.');
            return Problem.Invalid(Shortened(entry), "required", "Each entry needs a value: leave this one out, or give it one.");
        }

        // The reader itself failed: the text is not JSON at all.
        if (exception.InnerException is JsonException || exception.GetType() != typeof(JsonException))
        {
            var line = (exception.LineNumber ?? 0) + 1;
            var column = (exception.BytePositionInLine ?? 0) + 1;
            return Problem.BadRequest("json.malformed", $"The body is not valid JSON: line {line}, column {column}.");
        }

        if (MissingNames().Match(exception.Message) is { Success: true } missing)
        {
            var names = QuotedName().Matches(missing.Groups["names"].Value).Select(name => name.Groups["name"].Value);
            return Problem.Invalid([.. names.Select(name => new ErrorDetail(FieldOf(exception.Path, name), "required", $"{name} is required."))]);
        }

        if (UnknownName().Match(exception.Message) is { Success: true } unknown)
        {
            var name = Shortened(unknown.Groups["name"].Value);
            return Problem.Invalid(name, "unknown_field", $"There is no field {name} here; /openapi/v1.json describes those that there are.");
        }

        var field = FieldOf(exception.Path, null);
        return Problem.Invalid(field, "wrong_type", $"{(field.Length > 0 ? field : "The body")} does not have the expected type; /openapi/v1.json describes it.");
    }

    private static Problem OfParameter(string message)
    {
        if (Parameter().Match(message) is { Success: true } parameter)
        {
            var name = Data.SnakeCase.Of(parameter.Groups["name"].Value);
            return Problem.Invalid(name, "wrong_type", $"{name} does not have the expected type.");
        }

        if (RequiredParameter().Match(message) is { Success: true } required)
        {
            var name = Data.SnakeCase.Of(required.Groups["name"].Value);
            var where = required.Groups["where"].Value;
            return where.Contains("body", StringComparison.Ordinal)
                ? Problem.Invalid("", "required", "A JSON body is required.")
                : Problem.Invalid(name, "required", $"{name} is required.");
        }

        return Problem.BadRequest("request.malformed", "The request cannot be read.");
    }

    private static string Shortened(string name) => name.Length <= LongestShownName ? name : name[..LongestShownName];

    private static string FieldOf(string? path, string? name)
    {
        var parent = (path ?? "").TrimStart('$').TrimStart('.');
        if (name is null) return parent;
        return parent.Length > 0 ? $"{parent}.{name}" : name;
    }

    [GeneratedRegex("missing required properties including: (?<names>.+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MissingNames();

    [GeneratedRegex("The JSON property '(?<name>.+)' could not be mapped", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownName();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedName();

    [GeneratedRegex("Failed to bind parameter \"[^ ]+ (?<name>[A-Za-z0-9_]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex("Required parameter \"[^ ]+ (?<name>[A-Za-z0-9_]+)\" was not provided from (?<where>.+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RequiredParameter();
}
