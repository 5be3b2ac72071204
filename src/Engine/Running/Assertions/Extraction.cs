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
        if (answer.Body.Xml is not { } tree) return (Observed.Nothing, "the body is neither XML nor HTML");
        try
        {
            return (tree.CreateNavigator().Evaluate(subject!) switch
            {
                bool truth => new Observed(Exists: true, truth, 1),
                double number => Observed.Of(number),
                string text => Observed.Of(text),
                XPathNodeIterator nodes => OfNodes(nodes),
                _ => Observed.Nothing,
            }, null);
        }
        catch (XPathException e)
        {
            return (Observed.Nothing, $"'{subject}' cannot be evaluated: {e.Message}");
        }
    }

    public static (Observed Value, string? Problem) Css(string? subject, Answer answer)
    {
        if (answer.Body.Html is not { } page) return (Observed.Nothing, "the HTML nests too deep");
        var (selector, attribute) = MarkupTree.SplitAttribute(subject!);
        var found = page.QuerySelectorAll(selector);
        if (found.Length == 0) return (Observed.Nothing, null);
        var text = attribute is null ? found[0].TextContent.Trim() : found[0].GetAttribute(attribute);
        return (new Observed(text is not null, text, found.Length), null);
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
