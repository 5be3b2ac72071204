using System.Text.RegularExpressions;
using System.Xml.XPath;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>Takes values out of answers by path, selector and pattern; assertions and captures share it. The second part says why nothing could be looked at.</summary>
internal static class Extraction
{
    public static (Observed Value, string? Problem) JsonPath(string? subject, Answer answer, ExpressionCache expressions)
    {
        var (path, problem) = expressions.JsonPath(subject);
        if (path is null) return (Observed.Nothing, problem);
        if (answer.Body.Json(out problem) is not { } json) return (Observed.Nothing, problem);
        var found = path.Select(json);
        return (found.Count switch
        {
            0 => Observed.Nothing,
            1 when path.IsSingular => Observed.Of(found[0]),
            _ => Observed.Of(found),
        }, null);
    }

    public static (Observed Value, string? Problem) XPath(string? subject, Answer answer)
    {
        if (answer.Body.Xml(out var problem) is not { } tree) return (Observed.Nothing, problem);
        try
        {
            return (new BoundedNavigator(tree.CreateNavigator(), new MarkupBudget()).Evaluate(subject!) switch
            {
                bool truth => new Observed(Exists: true, truth, 1),
                double number => Observed.Of(number),
                string text => Observed.Of(text),
                XPathNodeIterator nodes => OfNodes(nodes),
                _ => Observed.Nothing,
            }, null);
        }
        catch (Exception e) when (e is XPathException or MarkupBudgetException)
        {
            return (Observed.Nothing, $"'{subject}' cannot be evaluated: {e.Message}");
        }
    }

    public static (Observed Value, string? Problem) Css(string? subject, Answer answer, ExpressionCache expressions)
    {
        var (selector, problem) = expressions.Css(subject);
        if (selector is null) return (Observed.Nothing, problem);
        if (answer.Body.Html(out problem) is not { } page) return (Observed.Nothing, problem);
        try
        {
            var found = selector.Select(page);
            if (found.Count == 0) return (Observed.Nothing, null);
            var text = MarkupTree.SplitAttribute(subject!).Attribute is { } attribute ? found[0].GetAttribute(attribute) : found[0].TextContent.Trim();
            return (new Observed(text is not null, text, found.Count), null);
        }
        catch (MarkupBudgetException e)
        {
            return (Observed.Nothing, $"'{subject}' cannot be evaluated: {e.Message}");
        }
    }

    public static (Observed Value, string? Problem) Regex(string? subject, Answer answer, ExpressionCache expressions)
    {
        var (pattern, problem) = expressions.Pattern(subject);
        if (pattern is null) return (Observed.Nothing, problem);
        try
        {
            var match = pattern.Match(answer.Body.Text);
            return (match.Success ? Observed.Of(match.Groups.Count > 1 ? match.Groups[1].Value : match.Value) : Observed.Nothing, null);
        }
        catch (RegexMatchTimeoutException)
        {
            return (Observed.Nothing, $"the pattern '{subject}' needs more than 100 ms; write it without nested repetition");
        }
    }

    private static Observed OfNodes(XPathNodeIterator nodes) => nodes.MoveNext() ? new Observed(Exists: true, nodes.Current!.Value.Trim(), nodes.Count) : Observed.Nothing;
}
