using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Running.Captures;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Variables;
using Capture = Alicerce.Engine.Cases.Capture;

namespace Alicerce.Engine.Running;

/// <summary>Runs the steps of one attempt. It holds what steps share: captured values, and cookies for each way of signing in.</summary>
internal sealed class StepRunner(RunContext context, VariableScope scope, CancellationToken runStopped)
{
    private readonly Dictionary<string, CookieJar> _jars = new(1, StringComparer.Ordinal);
    private bool _firstTurnTaken;

    /// <summary>The first request of a case waits for its turn before the case's time starts to count.</summary>
    public async ValueTask TakeFirstTurnAsync(CancellationToken ct)
    {
        await context.Client.WaitForTurnAsync(ct);
        _firstTurnTaken = true;
    }

    /// <exception cref="CaseProblemException">The step cannot be sent or leads nowhere.</exception>
    public async ValueTask RunAsync(StepRun run, CancellationToken ct)
    {
        var view = run.Step.Query is { } query ? await QueryAsync(run, query, ct) : await RequestAsync(run, run.Step.Request!, ct);
        run.Duration = view.Answer.Duration;
        if (run.Step.Assertions.Count == 0)
        {
            var assertion = view.Answer.Query is null ? AssertionSet.Default : AssertionSet.DefaultForQuery;
            run.Checks.Add((assertion, await AssertionSet.EvaluateAsync(assertion, view, ct)));
        }
        foreach (var assertion in run.Step.Assertions) await JudgeAsync(run, assertion, view, ct);
        foreach (var capture in run.Step.Captures) Keep(run, capture, view);
    }

    private static async ValueTask JudgeAsync(StepRun run, Assertion assertion, AnswerView view, CancellationToken ct)
    {
        try
        {
            run.Checks.Add((assertion, await AssertionSet.EvaluateAsync(assertion, view, ct)));
        }
        catch (CaseProblemException) when (!run.Passed)
        {
            // The answer is wrong in any case; what is wrong with the case shows when the target is mended.
        }
    }

    private void Keep(StepRun run, Capture capture, AnswerView view)
    {
        var (value, problem) = CaptureReader.Read(capture, view);
        if (value is not null) scope.Capture(capture.Name, value);
        else if (capture.Optional) scope.CaptureNothing(capture.Name);
        else
        {
            var text = $"capture {capture.Name} from {capture.From}{(capture.Subject is null ? "" : $" {capture.Subject}")}";
            run.Checks.Add((null, new AssertionResult(context.Redactor.Redact(text), Passed: false, "a value", "nothing", problem is null ? null : context.Redactor.Redact(problem))));
        }
    }

    private async ValueTask<AnswerView> QueryAsync(StepRun run, QuerySpec query, CancellationToken ct)
    {
        var arguments = new List<QueryArgument>(query.Arguments.Count);
        foreach (var argument in query.Arguments)
            arguments.Add(argument.Value is { } value ? argument with { Value = await scope.FillAsync(value, ct, query.Datasource) } : argument);
        var started = context.Time.GetTimestamp();
        var outcome = await context.Run.Queries!.ExecuteAsync(query with { Arguments = arguments }, ct);
        if (outcome.Status is Reasons.NoDriver or Reasons.NoDatasource) throw new CaseSkippedException(outcome.Status, outcome.Message ?? outcome.Status);
        if (outcome.Status == "refused") throw new CaseProblemException(Reasons.ConnectionRefusedByPolicy, outcome.Message ?? "The datasource refused the query");
        run.Answer = new Answer(outcome) { Duration = context.Time.GetElapsedTime(started) };
        return new AnswerView(run.Answer, context, new CookieJar(), FollowUpAsync: null);
    }

    private async ValueTask<AnswerView> RequestAsync(StepRun run, RequestSpec spec, CancellationToken ct)
    {
        var profile = context.Auth.ProfileOf(spec);
        var credentials = await context.Auth.ForAsync(profile, runStopped, ct);
        if (!_jars.TryGetValue(profile, out var jar)) _jars[profile] = jar = credentials.Cookies?.Copy() ?? new CookieJar();

        run.Sent = await RequestBuilder.BuildAsync(spec, context.Run.Target.BaseUrl, scope, credentials, jar, ct);
        run.Answer = await SendAsync(run.Sent, jar, ct);
        for (var hops = 0; spec.FollowRedirects && NextOf(run.Answer) is { } next; hops++)
        {
            if (hops == context.Run.Limits.MaxRedirects)
                throw new CaseProblemException(Reasons.TooManyRedirects, $"More than {hops} redirects, the last one to {context.Redactor.Redact(next.PathAndQuery)}");
            var request = RequestBuilder.Follow(run.Answer.Request!, run.Answer.Status, next, jar);
            run.Answer.Dispose();
            run.Answer = await SendAsync(request, jar, ct);
        }
        return new AnswerView(run.Answer, context, jar, (url, stop) => OpenAsync(run.Sent, url, jar, stop));
    }

    /// <summary>Where a redirect leads; null when there is none, or when it leaves the target, which is then the result.</summary>
    private Uri? NextOf(Answer answer) =>
        answer.Status is 301 or 302 or 303 or 307 or 308 && answer.Header("Location") is { } location
        && Uri.TryCreate(answer.Request!.Url, location, out var url) && TargetUrl.IsSameOrigin(context.Run.Target.BaseUrl, url) ? url : null;

    private Task<Answer> OpenAsync(PreparedRequest sent, Uri url, CookieJar jar, CancellationToken ct) =>
        SendAsync(RequestBuilder.Follow(sent, 303, url, jar), jar, ct);

    private async Task<Answer> SendAsync(PreparedRequest request, CookieJar jar, CancellationToken ct)
    {
        if (!_firstTurnTaken) await context.Client.WaitForTurnAsync(ct);
        _firstTurnTaken = false;
        var answer = await context.Client.SendAsync(request, ct);
        jar.Store(request.Url, answer);
        return answer;
    }
}
