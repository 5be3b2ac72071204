using System.Net.ServerSentEvents;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Web;

/// <summary>The server on a clock that a test can put forward.</summary>
public sealed class ForwardFixture : ServerFixture
{
    public ForwardClock Clock { get; } = new();

    protected override IModule[] ExtraModules => [new ClockModule(Clock)];

    internal sealed class ClockModule(TimeProvider clock) : IModule
    {
        public string Name => "clock";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(clock);

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }
    }
}

/// <summary>D8: a stream lives no longer than the right to read it.</summary>
public sealed class SignedOutStreamTests(ForwardFixture fixture) : IClassFixture<ForwardFixture>
{
    private static readonly TimeSpan LongerThanAMinute = TimeSpan.FromSeconds(61);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_ends_within_a_minute_after_its_token_was_revoked()
    {
        using var reader = await TestUser.AddAsync(fixture, "viewer", Ct);
        using var stream = await FollowAsync(reader.Client);
        await reader.RevokeTokenAsync(Ct);

        await using var body = await stream.Content.ReadAsStreamAsync(Ct);
        var end = body.CopyToAsync(Stream.Null, Ct);
        await Eventually.BecomesTrueAsync(
            () =>
            {
                fixture.Clock.Forward(LongerThanAMinute); // Again and again: the first byte may be here before the server has set its timer.
                return end.IsCompleted;
            },
            "the stream ends",
            Ct);
        await end;
    }

    [Fact]
    public async Task A_stream_whose_token_is_still_good_goes_on()
    {
        using var reader = await TestUser.AddAsync(fixture, "admin", Ct);
        using var stream = await FollowAsync(reader.Client);

        fixture.Clock.Forward(LongerThanAMinute);
        var made = (await fixture.Server.PostAsync("/api/v1/projects", new { Name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();

        await foreach (var item in SseParser.Create(await stream.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct))
        {
            if (JsonElement.Parse(item.Data).GetProperty("subject_id").GetString() == $"{made}") return;
        }

        Assert.Fail("The stream ended.");
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient client)
    {
        var response = await client.GetAsync("/api/v1/changes", HttpCompletionOption.ResponseHeadersRead, Ct);
        response.EnsureSuccessStatusCode();
        return response;
    }
}
