using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>Injection probes on the texts that an operation takes, and the header that keeps browsers from guessing types.</summary>
internal sealed class OperationSecurityCases : ICaseSource
{
    public string Kind => GenerationKinds.Security;

    public IEnumerable<TestCase> From(Component component, GenerationContext context) =>
        OperationCall.Of(component, context).SelectMany(c => Cases(c, context)).Select(d => d.Build());

    private static IEnumerable<CaseDraft> Cases(OperationCall call, GenerationContext context)
    {
        if (call.NeverEnds || call.Input(context, CaseKind.Security, call.Action.Name) is not { } input) yield break;
        if (call.IsSafe)
            yield return Draft(call, "header:x-content-type-options", "forbids guessing of content types", call.Request(input), [Checks.Header("x-content-type-options", "eq", "nosniff")]);
        foreach (var parameter in call.Operation.Parameters.Where(p => p.In == "query"))
        {
            foreach (var probe in Probes.All)
                yield return Draft(call, $"query:{parameter.Name}:{probe.Name}", $"{parameter.Name} withstands {probe.Title}", call.Request(input.With(parameter, probe.Value)), Json(probe));
        }
        if (OperationNegativeCases.BodySchema(call, context) is not { } body) yield break;
        foreach (var (name, node) in body.Properties)
        {
            if (context.Schemas.Reader.Fold(node, body.Document, []) is not { Type: "string" } schema || schema.Flag("readOnly") || schema.Schema.ContainsKey("enum")) continue;
            foreach (var probe in Probes.All)
                yield return Draft(call, $"body:{name}:{probe.Name}", $"{name} withstands {probe.Title}", call.Request(input.WithProperty(name, probe.Value)), Json(probe));
        }
    }

    /// <summary>JSON may repeat markup: nobody shows it as a page. What must not happen is an error of the database or the server.</summary>
    private static IEnumerable<Assertion> Json(InjectionProbe probe) =>
        probe.Name is "script" or "attribute" ? [Checks.NoServerError, Checks.NoErrors] : probe.Assertions;

    private static CaseDraft Draft(OperationCall call, string what, string title, RequestSpec request, IEnumerable<Assertion> assertions) =>
        call.Draft(CaseKind.Security, $"{call.Action.Name}:{what}", $"Security: {call.Action.Name} - {title}", $"Verify on {call.Action.Method} {call.Operation.Path}: {title}", Requests.Step(request, assertions));
}
