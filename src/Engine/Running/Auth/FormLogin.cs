using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Variables;

namespace Alicerce.Engine.Running.Auth;

/// <summary>Signs in as a browser does: opens the page, sends its form with the token found there, keeps the cookies.</summary>
internal sealed class FormLogin(RunContext context, string name, AuthProfile profile)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Why no token was looked for on the page of the form.</summary>
    private string? _unread;

    /// <exception cref="CaseProblemException">The login did not work; the message says what was seen.</exception>
    public async Task<CookieJar> SignInAsync(VariableScope scope, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(Limit, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try
        {
            return await SendAsync(scope, either.Token);
        }
        catch (Exception e) when (e is not CaseProblemException && !ct.IsCancellationRequested)
        {
            var failure = TransportFailure.Of(e, timer.IsCancellationRequested, Limit);
            throw Failed(failure.Message);
        }
    }

    private async Task<CookieJar> SendAsync(VariableScope scope, CancellationToken ct)
    {
        var jar = new CookieJar();
        var url = Resolve();
        var fields = await FieldsAsync(scope, ct);
        using (var page = await SendAsync("GET", url, jar, null, ct))
            if (CsrfToken.FindIn(page.Body.Html(out _unread)) is { } token && !profile.Fields.ContainsKey(token.Name)) fields.Add(new BodyField(token.Name, token.Value));

        using var answer = await SendAsync("POST", url, jar, RequestBodyWriter.UrlEncoded(fields), ct);
        if (profile.Success.Count == 0)
        {
            if (answer.Status >= 400) throw Failed($"POST {profile.LoginPath} answered {answer.Status}");
            if (jar.IsEmpty) throw Failed($"POST {profile.LoginPath} answered {answer.Status} and set no cookie");
            return jar;
        }
        var view = new AnswerView(answer, context, jar, FollowUpAsync: null);
        foreach (var assertion in profile.Success)
        {
            var result = await AssertionSet.EvaluateAsync(assertion, view, ct);
            if (!result.Passed) throw Failed($"{result.Assertion} does not hold (was {result.Actual ?? "nothing"})");
        }
        return jar;
    }

    private Uri Resolve() => profile.LoginPath is null
        ? throw Failed("it has no login path")
        : TargetUrl.TryResolve(context.Run.Target.BaseUrl, profile.LoginPath, [], out var url, out var problem) ? url : throw Failed(problem);

    private async Task<List<BodyField>> FieldsAsync(VariableScope scope, CancellationToken ct)
    {
        var fields = new List<BodyField>();
        foreach (var (field, text) in profile.Fields)
        {
            var value = await scope.FillAsync(text, ct);
            if (field.Contains("pass", StringComparison.OrdinalIgnoreCase)) context.Redactor.Add(value, $"{name}_{field}");
            fields.Add(new BodyField(field, value));
        }
        return fields;
    }

    private async Task<Answer> SendAsync(string method, Uri url, CookieJar jar, string? form, CancellationToken ct)
    {
        List<NameValue> headers = [new("User-Agent", RequestBuilder.UserAgent), new("Accept", "*/*"), new("Referer", url.AbsoluteUri)];
        if (jar.HeaderFor(url) is { } cookies) headers.Add(new("Cookie", cookies));
        if (form is not null) headers.Add(new("Content-Type", "application/x-www-form-urlencoded"));
        await context.Client.WaitForTurnAsync(ct);
        var answer = await context.Client.SendAsync(new PreparedRequest(method, url, headers, form is null ? null : Encoding.UTF8.GetBytes(form)), ct);
        jar.Store(url, answer);
        return answer;
    }

    private CaseProblemException Failed(string why) => new(Reasons.AuthError, $"Signing in with profile '{name}' failed: {why}{(_unread is null ? "" : $" (of its page with the form, {_unread})")}");
}
