using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Server.Tests.Web;

public sealed class StreamsAndJobsTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_are_told_as_they_happen_and_a_reader_goes_on_where_it_left_off()
    {
        using var first = await FollowAsync(null);
        var one = await CreateProjectAsync();
        var seen = await NextAsync(first, one);
        first.Dispose();
        var two = await CreateProjectAsync();

        using var resumed = await FollowAsync(seen.EventId);
        var next = await NextAsync(resumed, two);

        seen.EventType.ShouldBe("change");
        JsonElement.Parse(next.Data).GetProperty("type").GetString().ShouldBe("project.created");
    }

    [Fact]
    public async Task A_change_that_rolls_back_is_never_told()
    {
        using var changes = await FollowAsync(null);
        var name = $"p{Guid.NewGuid():N}";
        var one = await CreateProjectAsync(name);
        using var refused = await fixture.Client.PostAsJsonAsync("/api/v1/projects", new { name }, Ct);
        var two = await CreateProjectAsync();

        var told = new List<string>();
        await foreach (var item in SseParser.Create(await changes.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct))
        {
            told.Add(JsonElement.Parse(item.Data).GetProperty("subject_id").GetString()!);
            if (told[^1] == two) break;
        }

        told.Where(id => id == one || id == two).ShouldBe([one, two]);
        told.Count.ShouldBeLessThanOrEqualTo(told.Distinct().Count());
    }

    [Fact]
    public async Task A_change_that_waits_for_an_older_transaction_is_told_soon_after_that_ends_although_its_end_is_told_by_nobody()
    {
        using var changes = await FollowAsync(null);
        await using var connection = await fixture.Database.Source.OpenConnectionAsync(Ct);
        await using var older = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, older)) await command.ExecuteScalarAsync(Ct);
        var waiting = await CreateProjectAsync();
        var told = NextAsync(changes, waiting);
        // Long enough for the bell of the change itself to be over: nothing may be told by then.
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        told.IsCompleted.ShouldBeFalse();

        await older.CommitAsync(Ct);

        (await told.WaitAsync(TimeSpan.FromSeconds(10), Ct)).EventType.ShouldBe("change");
    }

    [Fact]
    public async Task Nothing_is_lost_or_told_twice_to_a_reader_that_leaves_after_each_event()
    {
        using var first = await FollowAsync(null);
        var created = new List<string>();
        for (var i = 0; i < 10; i++) created.Add(await CreateProjectAsync());
        var told = new List<string>();
        var last = (await NextAsync(first, created[0])).EventId;
        told.Add(created[0]);
        while (told[^1] != created[^1])
        {
            using var resumed = await FollowAsync(last);
            var parser = SseParser.Create(await resumed.Content.ReadAsStreamAsync(Ct));
            await foreach (var item in parser.EnumerateAsync(Ct))
            {
                var subject = JsonElement.Parse(item.Data).GetProperty("subject_id").GetString()!;
                if (created.Contains(subject)) told.Add(subject);
                last = parser.LastEventId;
                break;
            }
        }

        told.ShouldBe(created);
    }

    [Fact]
    public async Task A_reader_that_asks_for_some_projects_hears_of_no_other()
    {
        var (mine, other) = (await CreateProjectAsync(), await CreateProjectAsync());
        using var stream = await FollowAsync(null, $"?project_id={mine}&project_id=999999");
        foreach (var id in new[] { other, mine, other, mine }) await RenameAsync(id);

        var told = new List<string>();
        await foreach (var item in SseParser.Create(await stream.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct))
        {
            told.Add(JsonElement.Parse(item.Data).GetProperty("subject_id").GetString()!);
            if (told.Count == 2) break;
        }

        told.ShouldBe([mine, mine]);
    }

    [Theory]
    [InlineData("0-1")]
    [InlineData("nonsense")]
    public async Task A_reader_whose_last_event_is_no_longer_known_is_told_to_read_anew_and_then_hears_on(string lastEventId)
    {
        using var stream = await FollowAsync(lastEventId);
        var created = await CreateProjectAsync();
        var told = new List<(string Type, string? Id)>();
        await foreach (var item in SseParser.Create(await stream.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct))
        {
            told.Add((item.EventType, JsonElement.Parse(item.Data).TryGetProperty("subject_id", out var id) ? id.GetString() : null));
            if (told[^1].Id == created) break;
        }

        told[0].ShouldBe(("gap", null));
        told.Skip(1).ShouldAllBe(item => item.Type == "change");
    }

    [Fact]
    public async Task Long_work_answers_202_and_its_job_can_be_watched_and_cancelled()
    {
        using var accepted = await fixture.Client.PostAsJsonAsync("/api/v1/probe/jobs", new { }, Ct);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var address = accepted.Headers.Location!.OriginalString;
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync(address, Ct)).GetProperty("progress").GetProperty("message").GetString() == "half way", "progress is seen", Ct);

        using var cancelled = await fixture.Client.PostAsync($"{address}/cancel", null, Ct);

        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync(address, Ct)).GetProperty("state").GetString() == "cancelled", "the job is cancelled", Ct);
        using var again = await fixture.Client.PostAsync($"{address}/cancel", null, Ct);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_unknown_job_is_404()
    {
        using var read = await fixture.Client.GetAsync("/api/v1/jobs/999999", Ct);
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var cancel = await fixture.Client.PostAsync("/api/v1/jobs/999999/cancel", null, Ct);
        cancel.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task RenameAsync(string id)
    {
        using var response = await fixture.Client.PatchAsJsonAsync($"/api/v1/projects/{id}", new { description = $"{Guid.NewGuid()}" }, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> FollowAsync(string? lastEventId, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/changes{query}");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await fixture.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return response;
    }

    private static async Task<(string EventType, string Data, string EventId)> NextAsync(HttpResponseMessage response, string subjectId)
    {
        var parser = SseParser.Create(await response.Content.ReadAsStreamAsync(Ct));
        await foreach (var item in parser.EnumerateAsync(Ct))
        {
            if (JsonElement.Parse(item.Data).GetProperty("subject_id").GetString() == subjectId) return (item.EventType, item.Data, parser.LastEventId);
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private async Task<string> CreateProjectAsync(string? name = null) =>
        $"{(await fixture.Server.PostAsync("/api/v1/projects", new { Name = name ?? $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32()}";
}
