namespace Alicerce.Engine.Discovery.Quantum.Rules;

internal static class PageRules
{
    public static void ValidateTag(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement validate in page.All("validate"))
            findings.NotEnforced("validate_tag", validate, $"q:validate is not a tag of the runtime: the rules of '{validate["field"]}' are not enforced", "put them on the action's q:param", validate["field"]);
    }

    public static void RoleWithoutAuth(QuantumPage page, FindingList findings)
    {
        QuantumElement root = page.Root;
        if ((root.Has("require_role") || root.Has("require_permission")) && !QuantumValues.IsFlag(root["require_auth"]))
            findings.Broken("declared_not_enforced.role_without_auth", root, "the page is open to everyone: a role is looked at only together with require_auth", "add require_auth=\"true\"", null);
    }

    public static void IncludeTag(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement include in page.All("include"))
            findings.NotEnforced("include_tag", include, "q:include renders nothing: the runtime has no such tag", "use q:import and call the component", include["component"]);
    }

    /// <summary>Branches count only as children of their <c>q:if</c>.</summary>
    public static void ElseBesideIf(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement branch in page.All("else").Concat(page.All("elseif")))
        {
            if (branch.Parent?.Tag != "if")
                findings.NotEnforced("else_sibling", branch, $"q:{branch.Tag} is ignored outside a q:if", "move it inside the q:if that it belongs to", null);
        }
    }

    public static void RedirectTarget(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement redirect in page.All("redirect"))
        {
            if (!redirect.Has("url") && redirect.Has("to"))
                findings.NotEnforced("redirect_to", redirect, "q:redirect reads url: with to it redirects to an empty address", "write url=\"…\"", redirect["to"]);
        }
    }

    public static void FunctionEndpoint(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement function in page.All("function").Where(f => f.Has("endpoint")))
        {
            findings.Add(
                FindingSeverity.Info,
                "declared_not_enforced.function_endpoint",
                function.Location,
                $"the endpoint {function["endpoint"]} is declared, but `quantum start` serves pages only",
                "deploy it with a server that mounts endpoints, or ignore its cases",
                function["name"]);
        }
    }
}
