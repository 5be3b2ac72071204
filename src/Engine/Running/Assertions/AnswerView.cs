using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>What an assertion may look at.</summary>
/// <param name="Jar">The case's cookies after this answer.</param>
/// <param name="FollowUpAsync">Opens a page of the target as the case would (its cookies, its credentials); null where that is not possible.</param>
internal sealed record AnswerView(Answer Answer, RunContext Context, CookieJar Jar, Func<Uri, CancellationToken, Task<Answer>>? FollowUpAsync);
