using Alicerce.Engine.Running.Paths;
using AngleSharp.Dom;

namespace Alicerce.Engine.Running.Auth;

/// <summary>Finds the token that a page wants back with its form, under the names that frameworks use.</summary>
internal static class CsrfToken
{
    private static readonly string[] FieldNames = ["csrf_token", "_csrf", "__RequestVerificationToken", "csrfmiddlewaretoken", "authenticity_token", "_token"];
    private static readonly string[] MetaNames = ["csrf-token", "csrf_token", "_csrf"];

    /// <summary>Field name and value; the name of a token in a <c>meta</c> tag is <c>csrf_token</c>. Null when the page has none.</summary>
    public static (string Name, string Value)? FindIn(MarkupPage? page)
    {
        if (page is null) return null;
        foreach (var input in Named(page, "input"))
            if (FieldNames.Contains(input.GetAttribute("name"), StringComparer.OrdinalIgnoreCase) && input.GetAttribute("value") is { Length: > 0 } value)
                return (input.GetAttribute("name")!, value);
        foreach (var meta in Named(page, "meta"))
            if (MetaNames.Contains(meta.GetAttribute("name"), StringComparer.OrdinalIgnoreCase) && meta.GetAttribute("content") is { Length: > 0 } value)
                return ("csrf_token", value);
        return null;
    }

    private static IEnumerable<IElement> Named(MarkupPage page, string tag) =>
        page.Elements.Select(place => place.Element).Where(element => element.LocalName == tag && element.HasAttribute("name"));
}
