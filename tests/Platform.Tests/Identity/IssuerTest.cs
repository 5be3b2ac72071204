using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Tests.Identity;

/// <summary>A provider of the test's own, and what believes it, with a clock that can be put forward.</summary>
public abstract class IssuerTest : IAsyncLifetime
{
    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected FakeIssuer Provider { get; private set; } = null!;

    private protected ForwardClock Clock { get; } = new();

    private protected SigningKeys Keys { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await FakeIssuer.StartAsync(Ct);
        Keys = KeysWith(Options());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Provider.DisposeAsync();
    }

    private protected OidcOptions Options(params string[] algorithms) =>
        new() { Issuer = Provider.Issuer, Audience = FakeIssuer.Audience, Algorithms = algorithms.Length > 0 ? algorithms : [VerificationKey.Rs256] };

    private protected SigningKeys KeysWith(OidcOptions options) =>
        new(new ProviderClient(options, _ => Task.FromResult(EgressPolicy.Only(new Uri(Provider.Issuer))), Clock), Clock, NullLogger<SigningKeys>.Instance);

    private protected TokenValidator Validator(params string[] algorithms) => new(Options(algorithms), Keys, Clock);
}
