using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>Secured operations ignore neither missing nor wrong credentials.</summary>
internal sealed class OperationAuthCases : ICaseSource
{
    public string Kind => GenerationKinds.Auth;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions)
        {
            if (action.Operation is not { } operation || !OperationCall.IsSecured(operation)) continue;
            var call = new OperationCall(component, action, operation, Requests.NoAuth);
            if (call.Input(context, CaseKind.Auth, action.Name) is not { } input) continue;
            var request = call.Request(input);
            yield return Refused(call, "no-credentials", "without credentials", request).Build();
            foreach (var (what, title, header) in Wrong(operation))
                yield return Refused(call, what, title, request with { Headers = [.. request.Headers, header] }).Build();
        }
    }

    private static CaseDraft Refused(OperationCall call, string what, string title, RequestSpec request) =>
        call.Draft(CaseKind.Auth, $"{call.Action.Name}:{what}", $"Auth: {call.Action.Name} - {title}", $"Verify that {call.Action.Name} is refused {title}",
            Requests.Step(request, Checks.StatusIn(401, 403)));

    private static IEnumerable<(string What, string Title, NameValue Header)> Wrong(ApiOperation operation)
    {
        foreach (var kind in operation.Security.SelectMany(s => s).Select(s => operation.SecuritySchemes.GetValueOrDefault(s)).Distinct(StringComparer.Ordinal))
        {
            switch (kind?.Split(':'))
            {
                case ["bearer" or "oauth2" or "openIdConnect"]:
                    yield return ("wrong-token", "with a made-up token", new("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."));
                    yield return ("garbage-token", "with a token that is none", new("Authorization", "Bearer ~~~"));
                    break;
                case ["basic"]:
                    yield return ("wrong-password", "with a wrong password", new("Authorization", "Basic YWxpY2VyY2U6d3Jvbmc="));
                    break;
                case ["apiKey", "header", var name]:
                    yield return ("wrong-key", "with a wrong key", new(name, "alicerce-wrong-key"));
                    break;
                default:
                    break;
            }
        }
    }
}
