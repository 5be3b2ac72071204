using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Where a form goes: a path on the target, and what its address carries in the query string.</summary>
internal sealed record FormTarget(string Path, IReadOnlyList<NameValue> Query)
{
    /// <summary>
    /// Resolves a form's action as a browser does, against the page's route; the name of one of the page's actions means the page itself.
    /// Null when it leaves the target or is only known when the page runs.
    /// </summary>
    public static FormTarget? Of(ComponentForm form, Component component)
    {
        var action = form.Action?.Trim();
        if (string.IsNullOrEmpty(action) || action == "#" || component.Actions.Any(a => a.Name == action)) return component.Route is { } own ? new(own, []) : null;
        if (action.Contains('{') || action.Contains("//", StringComparison.Ordinal) || action.Contains(':')) return null;
        if (component.Route is null && !action.StartsWith('/')) return null;
        var page = new Uri(new Uri("http://target"), component.Route ?? "/");
        if (!Uri.TryCreate(page, action, out var target)) return null;
        return new(Uri.UnescapeDataString(target.AbsolutePath), [.. QueryOf(target.Query)]);
    }

    private static IEnumerable<NameValue> QueryOf(string query) =>
        from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select new NameValue(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
}
