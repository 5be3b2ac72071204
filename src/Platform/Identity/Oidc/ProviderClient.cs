using System.Collections.Frozen;
using Alicerce.Outbound;

namespace Alicerce.Platform.Identity;

/// <summary>What of the provider's own description is used.</summary>
/// <param name="Authorization">Null where the provider names none.</param>
/// <param name="Token">Null where the provider names none.</param>
internal sealed record ProviderMetadata(Uri Keys, Uri? Authorization, Uri? Token);

/// <param name="AccessToken">For the provider's other services; ours where its audience is ours.</param>
internal sealed record ProviderTokens(string IdToken, string? AccessToken);

/// <summary>Asks the provider for its description and its keys, through the guard, within bounds (T001-13, T001-15).</summary>
/// <param name="options">Whom to ask.</param>
/// <param name="egress">Where connections may go just now.</param>
/// <param name="clock">Ends a slow exchange.</param>
internal sealed class ProviderClient(OidcOptions options, Func<CancellationToken, Task<EgressPolicy>> egress, TimeProvider clock)
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int LargestAnswer = 256 * 1024;

    /// <exception cref="FormatException">The answer is not what it should be.</exception>
    /// <exception cref="HttpRequestException">There is none.</exception>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public Task<FrozenDictionary<string, VerificationKey>> ReadKeysAsync(CancellationToken ct) => ExchangeAsync(
        async (client, end) =>
        {
            var metadata = await ReadMetadataAsync(client, end);
            using var body = await GetAsync(client, metadata.Keys, end);
            return VerificationKey.ReadSet(body.Bytes);
        },
        ct);

    /// <inheritdoc cref="ReadKeysAsync"/>
    public Task<ProviderMetadata> ReadMetadataAsync(CancellationToken ct) => ExchangeAsync(ReadMetadataAsync, ct);

    /// <summary>Gives a code for tokens.</summary>
    /// <inheritdoc cref="ReadKeysAsync"/>
    public Task<ProviderTokens> ExchangeAsync(string code, string verifier, string callback, CancellationToken ct) => ExchangeAsync(
        async (client, end) =>
        {
            var metadata = await ReadMetadataAsync(client, end);
            var form = new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = callback,
                ["client_id"] = options.ClientId!,
                ["code_verifier"] = verifier,
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, metadata.Token ?? throw new FormatException("its description has no token_endpoint with https")) { Content = new FormUrlEncodedContent(form) };
            using var body = await SendAsync(client, request, end);
            return StrictJson.ReadObject(body.Bytes) is { } json && json.Text("id_token") is { } id ? new ProviderTokens(id, json.Text("access_token")) : throw new FormatException("it gave no id_token");
        },
        ct);

    private async Task<T> ExchangeAsync<T>(Func<HttpClient, CancellationToken, Task<T>> exchange, CancellationToken ct)
    {
        // Made anew each time: it happens a few times an hour, and where our own listeners are may have changed.
        using var client = OutboundHttp.CreateClient(new ConnectGuard(await egress(ct)), Timeout.InfiniteTimeSpan);
        using var timer = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        return await exchange(client, either.Token);
    }

    private async Task<ProviderMetadata> ReadMetadataAsync(HttpClient client, CancellationToken ct)
    {
        using var body = await GetAsync(client, options.MetadataAddress, ct);
        if (StrictJson.ReadObject(body.Bytes) is not { } json) throw new FormatException("its description is not a JSON object");
        if (json.Text("issuer") != options.Issuer) throw new FormatException("its description names another issuer than OIDC_ISSUER; write OIDC_ISSUER as the provider does, to the last slash");
        Uri? Address(string name) => Uri.TryCreate(json.Text(name), UriKind.Absolute, out var address) && options.Trusts(address) ? address : null;
        return new ProviderMetadata(Address("jwks_uri") ?? throw new FormatException("its description has no jwks_uri with https"), Address("authorization_endpoint"), Address("token_endpoint"));
    }

    private static async Task<BoundedBody> GetAsync(HttpClient client, Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(client, request, ct);
    }

    private static async Task<BoundedBody> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken ct)
    {
        var path = request.RequestUri!.AbsolutePath;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!response.IsSuccessStatusCode) throw new FormatException($"{path} answered {(int)response.StatusCode}");
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var body = await BoundedBody.ReadAsync(stream, LargestAnswer, ct);
        if (!body.Truncated) return body;
        body.Dispose();
        throw new FormatException($"{path} answered more than {LargestAnswer:N0} bytes");
    }
}
