namespace Alicerce.Engine.Discovery.Quantum.Rules;

internal static class ActionRules
{
    /// <summary>Only the first action that is a direct child of the component is ever run.</summary>
    public static void Reachability(QuantumPage page, FindingList findings)
    {
        QuantumElement? reachable = ActionReader.Reachable(page);
        foreach ((int index, QuantumElement action) in page.All("action").Index())
        {
            if (action == reachable) continue;
            string name = ActionReader.NameOf(action, index);
            if (action.Parent != page.Root)
            {
                findings.NotEnforced("nested_action", action, $"action '{name}' is nested in other elements: the runtime never runs it", "move it directly under the component", name);
            }
            else
            {
                findings.NotEnforced(
                    "unreachable_action", action, $"action '{name}' is never run: the runtime takes the first action for every request", "give it a page of its own", name);
            }
        }
    }

    /// <summary><c>csrf</c>, <c>rate_limit</c> and <c>require_auth</c> are read and not applied.</summary>
    public static void Protection(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement action) in page.All("action").Index())
        {
            string name = ActionReader.NameOf(action, index);
            if (action.Has("csrf") && action["csrf"] != "false")
                findings.NotEnforced("csrf", action, $"action '{name}' declares csrf, which the runtime does not check", "check the token in front of the application", name);
            if (action.Has("rate_limit"))
                findings.NotEnforced("rate_limit", action, $"action '{name}' declares a rate limit, which the runtime does not apply", "limit in the gateway", name);
            if (QuantumValues.IsTrue(action["require_auth"]) && !QuantumValues.IsFlag(page.Root["require_auth"]))
                findings.NotEnforced("action_require_auth", action, $"action '{name}' is open: require_auth works on the component only", "put require_auth=\"true\" on the component", name);
        }
    }

    /// <summary>PATCH is a legal method of an action, but no route accepts it.</summary>
    public static void Method(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement action) in page.All("action").Index())
        {
            string name = ActionReader.NameOf(action, index);
            string method = QuantumValues.Method(action["method"], "POST");
            if (method == "PATCH")
                findings.NotEnforced("patch_action", action, $"action '{name}' declares PATCH, which no route accepts: it answers 405", "use PUT or POST", name);
            else if (method is not ("POST" or "PUT" or "DELETE"))
                findings.Broken("action.unknown_method", action, $"action '{name}' declares the method {method}, which actions do not have", "use POST, PUT or DELETE", name);
        }
    }

    /// <summary><c>q:set</c> and <c>q:if</c> inside an action end in a server error; its queries are skipped.</summary>
    public static void Body(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement action) in page.All("action").Index())
        {
            string name = ActionReader.NameOf(action, index);
            foreach (QuantumElement statement in action.Children)
            {
                if (statement.Tag is "set" or "if")
                {
                    findings.Broken("action.unsupported_statement", statement, $"action '{name}' answers 500: the runtime cannot run q:{statement.Tag} in an action", "move it to the page", name);
                }
                else if (statement.Tag == "query")
                {
                    findings.NotEnforced("query_in_action", statement, $"a query of action '{name}' is not executed: the runtime goes on without it", "run it in the page", name);
                }
            }
        }
    }
}
