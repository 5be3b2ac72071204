using System.Globalization;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>The answer is no error page: status below 500 and none of <see cref="PageMarkers.BrokenPage"/>; a value adds patterns of one's own.</summary>
internal sealed class NoErrorsAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions)
    {
        if (assertion.Value is null) return null;
        return Extra(assertion).Any(p => p is null)
            ? "no_errors takes further patterns as a text or a list of texts"
            : Extra(assertion).Select(p => expressions.Pattern(p).Problem).FirstOrDefault(p => p is not null);
    }

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        if (view.Answer.Query is { } query) return new(new Verdict(query.Status == "ok", query.Status, query.Message));
        if (view.Answer.Status >= 500) return new(new Verdict(Holds: false, view.Answer.Status.ToString(CultureInfo.InvariantCulture)));
        var text = view.Answer.Body.Text;
        if (PageMarkers.Find(PageMarkers.BrokenPage(view.Answer.Header("Content-Type")), text) is { } marker) return new(new Verdict(Holds: false, $"{marker.Name}: {marker.Text}"));
        foreach (var pattern in Extra(assertion))
            if (Operators.IsMatch(view.Context.Expressions.Pattern(pattern).Pattern, text)) return new(new Verdict(Holds: false, $"matches {pattern}"));
        return new(new Verdict(Holds: true, "none"));
    }

    private static IEnumerable<string?> Extra(Assertion assertion) =>
        assertion.Value is JsonArray list ? list.Select(Operators.TextOf) : assertion.Value is { } one ? [Operators.TextOf(one)] : [];
}

/// <summary>No database error shows: in a body, or as the outcome of a query.</summary>
internal sealed class NoSqlErrorAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) => null;

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        if (view.Answer.Query is { } query)
            return new(new Verdict(query.Status == "ok", query.SqlState is { } state ? $"{query.Status} {state}: {query.Message}" : $"{query.Status}", query.Message));
        return new(PageMarkers.Find(PageMarkers.SqlError, view.Answer.Body.Text) is { } marker
            ? new Verdict(Holds: false, $"{marker.Name}: {marker.Text}") : new Verdict(Holds: true, "none"));
    }
}

/// <summary>There is a result: a result set, with or without rows (an empty table is no failure), or a body that is not empty.</summary>
internal sealed class ReturnsDataAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) => null;

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct) => new(view.Answer.Query is { } query
        ? new Verdict(query is { Status: "ok", ColumnCount: > 0 }, query.Status == "ok" ? $"{query.ColumnCount} columns, {query.RowCount} rows" : query.Status, query.Message)
        : new Verdict(view.Answer.Body.Length > 0, $"{view.Answer.Body.Length} bytes"));
}
