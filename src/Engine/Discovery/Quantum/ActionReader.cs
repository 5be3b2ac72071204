namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads <c>q:action</c> (S004-DISC-04) and <c>q:function</c>.</summary>
internal static class ActionReader
{
    private static readonly string[] s_methods = ["POST", "PUT", "DELETE", "PATCH"];

    public static List<ComponentAction> ReadActions(QuantumPage page)
    {
        QuantumElement? reachable = Reachable(page);
        return [.. page.All("action").Select((element, index) => ReadAction(element, index, element == reachable))];
    }

    /// <summary>The one action that the runtime runs: the first direct child of the component (grammar, section 4).</summary>
    public static QuantumElement? Reachable(QuantumPage page) => page.Root.Children.FirstOrDefault(e => e.Tag == "action");

    public static string NameOf(QuantumElement action, int index) => QuantumValues.Text(action["name"]) ?? $"action-{index + 1}";

    public static List<ComponentFunction> ReadFunctions(QuantumPage page)
    {
        var functions = new List<ComponentFunction>();
        foreach (QuantumElement element in page.All("function"))
        {
            functions.Add(new ComponentFunction
            {
                Name = QuantumValues.Text(element["name"]) ?? $"function-{functions.Count + 1}",
                Endpoint = QuantumValues.Text(element["endpoint"]),
                Method = QuantumValues.Method(element["method"], "GET"),
                Params = ParameterReader.ReadAll(element),
                Auth = QuantumValues.Text(element["auth"]) ?? QuantumValues.Text(element["roles"]),
                Location = element.Location,
            });
        }
        foreach (QuantumElement route in page.All("route"))
        {
            if (QuantumValues.Text(route["path"]) is not { } path) continue;
            string method = QuantumValues.Method(route["method"], "GET");
            functions.Add(new ComponentFunction { Name = $"{method} {path}", Endpoint = path, Method = method, Location = route.Location });
        }
        return functions;
    }

    private static ComponentAction ReadAction(QuantumElement element, int index, bool reachable)
    {
        string method = QuantumValues.Method(element["method"], "POST");
        QuantumElement? redirect = Descendant(element, "redirect");
        return new ComponentAction
        {
            Name = NameOf(element, index),
            Method = s_methods.Contains(method) ? method : "POST",
            Params = ParameterReader.ReadAll(element),
            Reachable = reachable,
            DeclaresCsrf = element["csrf"] != "false",
            RequiresAuth = QuantumValues.IsTrue(element["require_auth"]),
            RateLimit = QuantumValues.Text(element["rate_limit"]),
            RedirectTo = redirect is null ? null : redirect["url"] ?? redirect["to"],
            RedirectStatus = redirect is null ? null : QuantumValues.Count(redirect["status"]) ?? 302,
            Location = element.Location,
        };
    }

    private static QuantumElement? Descendant(QuantumElement element, string tag)
    {
        foreach (QuantumElement child in element.Children)
        {
            if (child.Tag == tag) return child;
            if (Descendant(child, tag) is { } found) return found;
        }
        return null;
    }
}
