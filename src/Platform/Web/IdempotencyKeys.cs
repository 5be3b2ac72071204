using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.Identity;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web;

/// <summary>
/// A mutation with an <c>Idempotency-Key</c> is done once (D7): (1) claim the key in the database, (2) let the request run and keep its
/// answer, (3) store it; whoever sends the same request again gets that answer. A request that failed on our side frees its key.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next, IdempotencyStore store)
{
    public const string Header = "Idempotency-Key";
    private const string Replayed = "Idempotent-Replayed";
    private const int LongestKey = 200;
    private const int LargestStoredAnswer = 1024 * 1024;
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(1);

    public static readonly Problem KeyReused = Problem.Invalid(Header, "idempotency.key_reused", "This Idempotency-Key was used for another request: take a new key for a new request.");
    public static readonly Problem StillRunning = Problem.Conflict("idempotency.still_running", "The first request with this Idempotency-Key is still at work.") with { RetryAfter = ComeBack };
    public static readonly Problem BadKey = Problem.Invalid(Header, "idempotency.bad_key", $"An Idempotency-Key has 1 to {LongestKey} visible ASCII characters.");

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsMutation(request.Method) || request.Headers[Header] is not [{ } key])
        {
            await next(context);
            return;
        }

        if (key.Length is 0 or > LongestKey || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            await Answer.WriteAsync(context, BadKey);
            return;
        }

        var ct = context.RequestAborted;
        var keyHash = HashOf($"{context.User.FindFirst(BearerTokens.UserIdClaim)?.Value}\n{key}");
        var requestHash = await HashOfRequestAsync(request, ct);
        switch (await store.ClaimAsync(keyHash, requestHash, ct))
        {
            case { IsMine: true }: await RunAsync(context, keyHash); break;
            case { SameRequest: false }: await Answer.WriteAsync(context, KeyReused); break;
            case { Answer: null }: await Answer.WriteAsync(context, StillRunning); break;
            case { Answer: { } answer }: await ReplayAsync(context, answer); break;
        }
    }

    private async Task RunAsync(HttpContext context, byte[] keyHash)
    {
        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        var isStored = false;
        try
        {
            await next(context);
            var response = context.Response;
            if (response.StatusCode < 500 && kept.Length <= LargestStoredAnswer)
            {
                var answer = new StoredAnswer(response.StatusCode, response.ContentType, response.Headers.Location, kept.ToArray());
                await store.KeepAsync(keyHash, answer, CancellationToken.None);
                isStored = true;
            }
        }
        finally
        {
            context.Response.Body = body;
            if (!isStored) await store.ReleaseAsync(keyHash, CancellationToken.None);
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, StoredAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers[Replayed] = "true";
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ContentType is not null) response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0) await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task<byte[]> HashOfRequestAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read) hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static bool IsMutation(string method) =>
        HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);
}
