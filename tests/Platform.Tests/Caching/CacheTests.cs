using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Alicerce.Harness;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Caching;

/// <summary>The cache of one process, without Redis.</summary>
public sealed class CacheTests : IAsyncDisposable
{
    private static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(5);
    private static readonly CacheKey s_key = CacheKey.Of("core", "user", 42);
    private readonly ForwardClock _clock = new();
    private readonly Cache _cache;
    private int _made;

    public CacheTests() => _cache = new Cache(new CacheOptions(), redis: null, _clock, new RecordingLog<Cache>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _cache.DisposeAsync();

    [Fact]
    [Trait("Trap", "T002-28")]
    public async Task Hits_are_timed_apart_from_misses_and_their_share_is_told()
    {
        var times = new List<(object? Result, double Seconds)>();
        var ratio = double.NaN;
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter == _cache.Metrics.Meter) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "cache_hit_ratio") ratio = value;
            else times.Add((tags[0].Value, value));
        });
        listener.Start();
        for (var i = 0; i < 4; i++)
        {
            await _cache.GetOrCreateAsync(s_key, s_ttl, [], _ =>
            {
                _clock.Forward(TimeSpan.FromSeconds(3)); // Slow SQL, which three hits must not hide.
                return ValueTask.FromResult(1);
            }, Ct);
        }

        listener.RecordObservableInstruments();
        times.Where(time => Equals(time.Result, "miss")).ShouldHaveSingleItem().Seconds.ShouldBeGreaterThanOrEqualTo(3);
        times.Where(time => Equals(time.Result, "memory")).Select(time => time.Seconds).ShouldAllBe(seconds => seconds < 3);
        ratio.ShouldBe(0.75);
    }

    [Fact]
    [Trait("Trap", "T001-59")]
    public async Task A_thousand_misses_at_once_are_one_call_of_the_factory()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Enumerable.Range(0, 1_000).Select(_ => Task.Run(
            () => _cache.GetOrCreateAsync(s_key, s_ttl, [], async _ =>
            {
                await gate.Task;
                return new Person("Ana", Interlocked.Increment(ref _made));
            }, Ct).AsTask(),
            Ct)).ToArray();
        gate.SetResult();
        (await Task.WhenAll(asked)).ShouldAllBe(person => person == new Person("Ana", 1));
        _made.ShouldBe(1);
    }

    [Fact]
    public async Task A_value_ends_after_its_time_and_never_later()
    {
        (await AskAsync()).Version.ShouldBe(1);
        _clock.Forward(s_ttl * 0.89);
        (await AskAsync()).Version.ShouldBe(1);
        _clock.Forward(s_ttl * 0.12);
        (await AskAsync()).Version.ShouldBe(2);
    }

    [Fact]
    [Trait("Trap", "T001-59")]
    public async Task Values_made_together_do_not_all_end_together()
    {
        for (var i = 0; i < 100; i++) await AskAsync(CacheKey.Of("core", "user", i));
        _clock.Forward(s_ttl * 0.95);
        var before = _made;
        for (var i = 0; i < 100; i++) await AskAsync(CacheKey.Of("core", "user", i));
        (_made - before).ShouldBeInRange(10, 90);
    }

    [Fact]
    public async Task When_the_factory_fails_the_old_value_stands_in_and_the_factory_is_left_alone_for_a_while()
    {
        await AskAsync();
        _clock.Forward(s_ttl);
        (await FailAsync()).Version.ShouldBe(1);
        (await FailAsync()).Version.ShouldBe(1);
        _made.ShouldBe(2, "the second answer did not try again");
        _clock.Forward(TimeSpan.FromSeconds(6));
        (await AskAsync()).Version.ShouldBe(3);
        _clock.Forward(s_ttl + TimeSpan.FromMinutes(11));
        await Should.ThrowAsync<IOException>(FailAsync().AsTask());
    }

    [Fact]
    public async Task What_was_invalidated_does_not_stand_in_for_a_failure()
    {
        await AskAsync(tags: ["users"]);
        await _cache.InvalidateAsync("users", Ct);
        await Should.ThrowAsync<IOException>(FailAsync(tags: ["users"]).AsTask());
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_not_kept()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Enumerable.Range(0, 10).Select(_ => _cache.GetOrCreateAsync<Person>(s_key, s_ttl, [], async _ =>
        {
            await gate.Task;
            throw new IOException("gone");
        }, Ct).AsTask()).ToArray();
        gate.SetResult();
        foreach (var one in asked) await Should.ThrowAsync<IOException>(one);
        (await AskAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task When_who_leads_gives_up_another_makes_the_value()
    {
        using var impatient = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _cache.GetOrCreateAsync(s_key, s_ttl, [], async end =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, end);
            return new Person("never", 0);
        }, impatient.Token).AsTask();
        await started.Task;
        var second = AskAsync().AsTask();
        second.IsCompleted.ShouldBeFalse();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).ShouldBe(new Person("Ana", 1));
    }

    [Fact]
    public async Task A_tag_forgets_all_of_its_values_and_no_other()
    {
        await AskAsync(CacheKey.Of("core", "user", 1), ["users", "team"]);
        await AskAsync(CacheKey.Of("core", "user", 2), ["users"]);
        await AskAsync(CacheKey.Of("core", "price", 3), ["prices"]);
        await _cache.InvalidateAsync("users", Ct);
        await AskAsync(CacheKey.Of("core", "user", 1), ["users", "team"]);
        await AskAsync(CacheKey.Of("core", "user", 2), ["users"]);
        await AskAsync(CacheKey.Of("core", "price", 3), ["prices"]);
        _made.ShouldBe(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_made_from_data_that_changed_meanwhile_is_given_and_not_kept(bool byTag)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = _cache.GetOrCreateAsync(s_key, s_ttl, ["users"], async _ =>
        {
            await gate.Task;
            return new Person("old", 0);
        }, Ct).AsTask();
        await (byTag ? _cache.InvalidateAsync("users", Ct) : _cache.RemoveAsync(s_key, Ct));
        gate.SetResult();
        (await slow).Name.ShouldBe("old");
        (await AskAsync(tags: ["users"])).Name.ShouldBe("Ana");
    }

    [Fact]
    [Trait("Trap", "T001-58")]
    public async Task Nothing_is_not_kept_and_a_hit_has_the_type_of_the_miss()
    {
        for (var i = 0; i < 2; i++)
        {
            (await _cache.GetOrCreateAsync<Person?>(s_key, s_ttl, [], _ =>
            {
                _made++;
                return new ValueTask<Person?>((Person?)null);
            }, Ct)).ShouldBeNull();
        }

        _made.ShouldBe(2);
        await AskAsync();
        (await _cache.GetOrCreateAsync(s_key, s_ttl, [], _ => ValueTask.FromResult(7), Ct)).ShouldBe(7, "another type under the same key is another value");
        await Should.ThrowAsync<NotSupportedException>(_cache.GetOrCreateAsync(s_key, s_ttl, [], _ => ValueTask.FromResult(new object()), Ct).AsTask());
    }

    [Fact]
    [Trait("Trap", "T001-59")]
    public async Task Memory_is_bounded()
    {
        await using var small = new Cache(new CacheOptions { MemoryBytes = 100_000 }, redis: null, _clock, new RecordingLog<Cache>());
        for (var i = 0; i < 1_000; i++) await small.GetOrCreateAsync(CacheKey.Of("core", "text", i), s_ttl, [], _ => ValueTask.FromResult(new string('x', 1_000)), Ct);
        var kept = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var made = false;
            await small.GetOrCreateAsync(CacheKey.Of("core", "text", i), s_ttl, [], _ =>
            {
                made = true;
                return ValueTask.FromResult<string?>(null);
            }, Ct);
            if (!made) kept++;
        }

        kept.ShouldBeInRange(0, 100);
    }

    [Fact]
    public async Task Answers_are_counted_by_where_they_came_from()
    {
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        await using var cache = new Cache(new CacheOptions(), redis: null, _clock, new RecordingLog<Cache>());
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == cache.Metrics.Meter) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.AddOrUpdate($"{instrument.Name} {tags[0].Value}", value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => counted.AddOrUpdate($"{instrument.Name} {tags[0].Value}", 1, (_, sum) => sum + 1));
        listener.Start();
        for (var i = 0; i < 3; i++) await cache.GetOrCreateAsync(s_key, s_ttl, [], _ => ValueTask.FromResult(1), Ct);
        counted.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}").ShouldBe(
            ["cache_request_duration_seconds memory 2", "cache_request_duration_seconds miss 1", "cache_requests_total memory 2", "cache_requests_total miss 1"]);
    }

    [Fact]
    [Trait("Req", "S001-RED-10")]
    [Trait("Trap", "T001-56")]
    public async Task A_cached_function_runs_once_for_each_input_its_first_part_included()
    {
        var greet = _cache.Cached<(string Tenant, int Page), string>("core", "greet", (input, _) => ValueTask.FromResult($"{input.Tenant} {input.Page} {++_made}"));
        (await greet(("acme", 1), Ct)).ShouldBe("acme 1 1");
        (await greet(("acme", 1), Ct)).ShouldBe("acme 1 1");
        (await greet(("other", 1), Ct)).ShouldBe("other 1 2");
        var part = _cache.Cached<(string Tenant, int Page), string>("core", "part", (input, _) => ValueTask.FromResult($"{input.Tenant} {input.Page} {++_made}"));
        (await part(("acme", 1), Ct)).ShouldBe("acme 1 3", "another function's answers are its own");
        _clock.Forward(TimeSpan.FromSeconds(301));
        (await greet(("acme", 1), Ct)).ShouldBe("acme 1 4", "the standard time is 300 s");
    }

    private ValueTask<Person> AskAsync(CacheKey? key = null, string[]? tags = null) =>
        _cache.GetOrCreateAsync(key ?? s_key, s_ttl, tags ?? [], _ => ValueTask.FromResult(new Person("Ana", Interlocked.Increment(ref _made))), Ct);

    private ValueTask<Person> FailAsync(string[]? tags = null) => _cache.GetOrCreateAsync<Person>(s_key, s_ttl, tags ?? [], _ =>
    {
        Interlocked.Increment(ref _made);
        throw new IOException("gone");
    }, Ct);

    private sealed record Person(string Name, int Version);
}
