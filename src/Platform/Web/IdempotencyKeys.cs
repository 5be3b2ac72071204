using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web;

/// <summary>
/// A mutation with an <c>Idempotency-Key</c> is done once (D7): (1) claim the key in the database, (2) let the request run to its end, even
/// when the caller has gone, and keep its answer, (3) store it; whoever sends the same request again gets that answer. A request that ended
/// without one may have been done all the same: its key is spent, and sending it again says so. Only an endpoint that itself answers that it
/// could not even begin frees the key.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next, IdempotencyStore store, MasterKey master)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotent-Replayed";
    private const int LongestKey = 200;
    private const int LargestStoredAnswer = 1024 * 1024;
    private readonly byte[] _bodyKey = master.Derive("idempotency");
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(1);

    public static readonly Problem KeyReused = Problem.Invalid(Header, "idempotency.key_reused", "This Idempotency-Key was used for another request: take a new key for a new request.");
    public static readonly Problem StillRunning = Problem.Conflict("idempotency.still_running", "The first request with this Idempotency-Key is still at work.") with { RetryAfter = ComeBack };
    public static readonly Problem OutcomeUnknown = Problem.Conflict(
        "idempotency.outcome_unknown",
        "The first request with this Idempotency-Key ended without an answer that was kept, and may have been done: look whether it was, and only if not send it again with a new key.");
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
        var keyHash = HashOf($"{context.User.FindFirst(SignedIn.UserIdClaim)?.Value}\n{key}");
        var requestHash = await HashOfRequestAsync(request, _bodyKey, ct);
        switch (await store.ClaimAsync(keyHash, requestHash, ct))
        {
            case { IsMine: true }: await RunAsync(context, keyHash); break;
            case { SameRequest: false }: await Answer.WriteAsync(context, KeyReused); break;
            case { IsLost: true }: await Answer.WriteAsync(context, OutcomeUnknown); break;
            case { Answer: null }: await Answer.WriteAsync(context, StillRunning); break;
            case { Answer: { } answer }: await ReplayAsync(context, answer); break;
        }
    }

    private async Task RunAsync(HttpContext context, byte[] keyHash)
    {
        var (body, gone) = (context.Response.Body, context.RequestAborted);
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
            await SettleAsync(context, keyHash, kept);
        }
        catch (BadHttpRequestException)
        {
            await store.ReleaseAsync(keyHash); // Refused while it was read: nothing was begun.
            throw;
        }
        catch
        {
            await store.LoseAsync(keyHash);
            throw;
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (body, gone);
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, gone);
    }

    private Task SettleAsync(HttpContext context, byte[] keyHash, MemoryStream kept)
    {
        var response = context.Response;
        if (response.StatusCode >= 500) return store.ReleaseAsync(keyHash);
        if (kept.Length > LargestStoredAnswer || HoldsSecret(context)) return store.LoseAsync(keyHash);
        return store.KeepAsync(keyHash, new StoredAnswer(response.StatusCode, response.ContentType, response.Headers.Location, kept.ToArray()));
    }

    private static bool HoldsSecret(HttpContext context) =>
        context.Response.StatusCode < 300 && context.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is not null;

    private static async Task ReplayAsync(HttpContext context, StoredAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers[Replayed] = "true";
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ContentType is not null) response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0) await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // A plain hash of a short body, such as a secret that is set, could be guessed from a dump of the database.
    private static async Task<byte[]> HashOfRequestAsync(HttpRequest request, byte[] key, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
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
