using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>What a case must be like to be stored: it fits its columns, and the engine can run it (T004-50, T004-51).</summary>
internal static class CaseRules
{
    private const int MostSteps = 100;
    private const int MostAssertions = 200;
    private const int MostTags = 50;
    private const int LongestTag = 100;
    private const int LongestDescription = 4000;
    private const int MostRetries = 10;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <returns>Every mistake with the field it is in; empty when the case can be stored and run.</returns>
    public static IReadOnlyList<ErrorDetail> Check(TestCase @case)
    {
        var validation = new Validation()
            .Check(IsText(@case.Key, StoredCase.LongestKey), "key", "bad_key", $"key has 1 to {StoredCase.LongestKey} characters, without control characters.")
            .Check(IsText(@case.Name, StoredCase.LongestName), "name", "bad_name", $"name has 1 to {StoredCase.LongestName} characters, without control characters.")
            .Check(@case.Description is null || (@case.Description.Length <= LongestDescription && !@case.Description.Contains('\0')), "description", "too_long", $"description has at most {LongestDescription} characters.")
            .Check(@case.Tags.Count <= MostTags && @case.Tags.All(tag => IsText(tag, LongestTag)), "tags", "bad_tags", $"A case has at most {MostTags} tags of 1 to {LongestTag} characters.")
            .Check(@case.Timeout > TimeSpan.Zero && @case.Timeout <= LongestTimeout, "timeout", "out_of_range", $"timeout is a number of seconds up to {LongestTimeout.TotalSeconds:0}.")
            .Check(@case.Retries is >= 0 and <= MostRetries, "retries", "out_of_range", $"retries is a number from 0 to {MostRetries}.")
            .Check(@case.Steps.Count is > 0 and <= MostSteps, "input.steps", "out_of_range", $"A case has 1 to {MostSteps} steps.")
            .Check(@case.GenerationSource is null || IsText(@case.GenerationSource, StoredCase.LongestSource), "generation_source", "too_long", $"generation_source has at most {StoredCase.LongestSource} characters.")
            .Check(@case.ComponentPath is null || IsText(@case.ComponentPath, StoredComponent.LongestPath), "component_path", "too_long", $"component_path has at most {StoredComponent.LongestPath} characters.")
            .Check(@case.ProbesFinding is null || IsText(@case.ProbesFinding, StoredFinding.LongestId), "probes_finding", "too_long", $"probes_finding has at most {StoredFinding.LongestId} characters.");
        for (var i = 0; i < Math.Min(@case.Steps.Count, MostSteps); i++) CheckStep(@case.Steps[i], @case.Steps.Count == 1 ? "" : $"input.steps[{i}].", validation);
        if (validation.Problem is { } problem) return problem.Details;
        return [.. AssertionValidation.Check(@case).Select(message => new ErrorDetail(null, "case_invalid", Sentence(message)))];
    }

    /// <summary>The engine's own check, asked part by part, so that each mistake is told with its field.</summary>
    private static void CheckStep(Step step, string at, Validation validation)
    {
        if (step.Request is null == step.Query is null)
        {
            validation.Add($"{at}target", "required", "A case needs a target path for a request, or input.sql and the name of a datasource for a query.");
            return;
        }

        if (step.Request is { } request)
        {
            Ask(validation, $"{at}target", "bad_target", new Step { Request = new RequestSpec { Target = request.Target } });
            Ask(validation, $"{at}method", "bad_method", new Step { Request = new RequestSpec { Target = "/", Method = request.Method } });
        }

        if (step.Query is { } query)
        {
            validation.Check(IsText(query.Datasource, 100), $"{at}target", "required", "The target of a query is the name of a datasource.");
            validation.Check(query.Sql.Trim().Length > 0, $"{at}input.sql", "required", "input.sql is required for a query.");
        }

        validation.Check(step.Assertions.Count <= MostAssertions, $"{at}assertions", "too_many", $"A step has at most {MostAssertions} assertions.");
        for (var i = 0; i < Math.Min(step.Assertions.Count, MostAssertions); i++)
            Ask(validation, $"{at}assertions[{i}]", "bad_assertion", new Step { Request = new RequestSpec { Target = "/" }, Assertions = [step.Assertions[i]] });
        for (var i = 0; i < Math.Min(step.Captures.Count, MostAssertions); i++)
            Ask(validation, $"{at}{(at.Length == 0 ? "input." : "")}captures[{i}]", "bad_capture", new Step { Request = new RequestSpec { Target = "/" }, Captures = [step.Captures[i]] });
    }

    private static void Ask(Validation validation, string field, string code, Step part)
    {
        foreach (var message in AssertionValidation.Check(new TestCase { Key = "part", Name = "part", Kind = CaseKind.Api, Steps = [part] }))
            validation.Add(field, code, Sentence(message));
    }

    private static string Sentence(string message) => message.Length == 0 ? message : $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";

    private static bool IsText(string text, int longest) => text.Trim().Length > 0 && text.Length <= longest && !text.Any(char.IsControl);
}
