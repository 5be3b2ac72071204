using System.Buffers;
using System.IO.Pipelines;

namespace Alicerce.Platform.Redis;

/// <summary>
/// One authenticated connection. Calls of all threads are written into one buffer; while one batch is on its way the next collects, and answers
/// come back in the order of the calls. A call that is cancelled or late keeps its place in the line, and its answer is dropped when it comes.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private const int MostKeptBuffer = 1024 * 1024;
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(50);

    private readonly RedisOptions _options;
    private readonly Stream _stream;
    private readonly TimeProvider _clock;
    private readonly Action<RedisReply[]> _onPush;
    private readonly Lock _gate = new();
    private readonly Queue<PendingCall> _pending = new();
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private readonly Task _receiving;
    private ArrayBufferWriter<byte> _collecting = new(), _sending = new();
    private bool _isSending, _ticks, _isSilent;
    private long _lastReceived;

    /// <param name="stream">Connected, and owned from here on; see <see cref="RedisHandshake"/>.</param>
    /// <param name="onPush">Called for each message on the receiving thread: return at once.</param>
    public RedisConnection(RedisOptions options, Stream stream, Action<RedisReply[]> onPush, TimeProvider clock)
    {
        (_options, _stream, _onPush, _clock, _lastReceived) = (options, stream, onPush, clock, clock.GetTimestamp());
        _timer = clock.CreateTimer(_ => Tick(), null, options.KeepAlive, Timeout.InfiniteTimeSpan);
        _receiving = Task.Run(() => UntilLostAsync(ReceiveAsync));
    }

    /// <summary>Ends with the reason when the connection is gone.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Whether it is open and, as far as is known, answers.</summary>
    public bool IsAlive => !_isSilent && !_closed.Task.IsCompleted;

    /// <summary>Sends a command. The command may have been done although this throws, unless Redis itself answered with an error.</summary>
    /// <param name="isSubscription">Its answer is a push message.</param>
    public Task<RedisReply> CallAsync(ReadOnlySpan<RedisArgument> command, TimeSpan timeout, CancellationToken ct, bool isSubscription = false)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<RedisReply>(ct);
        var call = new PendingCall(_clock.GetTimestamp(), timeout, isSubscription);
        call.EndWith(ct);
        bool startSending;
        lock (_gate)
        {
            if (Refusal() is { } reason)
            {
                call.Fail(new RedisUnavailableException($"Redis at {_options.Place} {reason}."));
                return call.Task;
            }

            RespWriter.Write(_collecting, command);
            _pending.Enqueue(call);
            startSending = !_isSending;
            _isSending = true;
            if (!_ticks) _ticks = _timer.Change(s_tick, Timeout.InfiniteTimeSpan);
        }

        // Not on this thread: a caller that queues many commands shall not send each by itself.
        if (startSending) ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.UntilLostAsync(self.SendAsync), this, preferLocal: true);
        return call.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Close("is being left");
        await _receiving;
    }

#pragma warning disable RS0030 // It has ended: nobody waits.
    private string? Refusal() =>
        _closed.Task.IsCompleted ? _closed.Task.Result
        : _isSilent ? "has stopped answering; calls are sent again when it does"
        : _pending.Count >= _options.MostPending ? $"has {_pending.Count} calls waiting, which is the limit; send fewer at a time"
        : _collecting.WrittenCount > _options.MostUnsentBytes ? $"has {_collecting.WrittenCount:N0} bytes waiting to be sent, which is the limit; send less at a time"
        : null;
#pragma warning restore RS0030

    private async Task UntilLostAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Close($"was lost: {e.Message}");
        }
    }

    private async Task SendAsync()
    {
        while (true)
        {
            lock (_gate)
            {
                _isSending = _collecting.WrittenCount > 0;
                if (!_isSending) return;
                (_collecting, _sending) = (_sending, _collecting);
            }

            await _stream.WriteAsync(_sending.WrittenMemory);
            if (_sending.Capacity > MostKeptBuffer) _sending = new ArrayBufferWriter<byte>();
            else _sending.ResetWrittenCount();
        }
    }

    private async Task ReceiveAsync()
    {
        var parser = new RespParser(_options.MostReplyBytes);
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 32 * 1024));
        for (var isOpen = true; isOpen;)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            Volatile.Write(ref _lastReceived, _clock.GetTimestamp());
            _isSilent = false;
            while (parser.TryRead(ref buffer, out var reply)) Deliver(reply);
            reader.AdvanceTo(buffer.Start, buffer.End);
            isOpen = !read.IsCompleted;
        }

        Close("closed the connection");
    }

    private void Deliver(RedisReply reply)
    {
        var isPush = reply.Kind == RespKind.Push;
        PendingCall? call;
        lock (_gate)
        {
            // The confirmation of a subscription is a push message in the place of the answer; other push messages come in between.
            if (isPush && !(reply.Items is [var kind, ..] && kind.Text == "subscribe" && _pending.TryPeek(out call) && call.IsSubscription)) call = null;
            else if (!_pending.TryDequeue(out call)) throw new InvalidDataException("it sent an answer that nobody asked for");
        }

        if (call is null) _onPush(reply.Items);
        else if (reply.Kind == RespKind.Error) call.Fail(new RedisErrorException(reply.Text!));
        else call.Answer(reply);
    }

    /// <summary>Ends late calls, notices a server that has gone silent, and asks an idle one whether it lives.</summary>
    private void Tick()
    {
        var now = _clock.GetTimestamp();
        var silence = _clock.GetElapsedTime(Volatile.Read(ref _lastReceived), now);
        List<PendingCall> late = [];
        bool isDead, isIdle;
        lock (_gate)
        {
            late.AddRange(_pending.Where(call => !call.Task.IsCompleted && call.Patience <= _clock.GetElapsedTime(call.Started, now)));
            _ticks = _pending.TryPeek(out var oldest);
            var waited = _ticks ? _clock.GetElapsedTime(oldest!.Started, now) : TimeSpan.Zero;
            var unanswered = waited < silence ? waited : silence;
            _isSilent = _ticks && unanswered >= oldest!.Patience;
            isDead = _isSilent && unanswered >= oldest!.Patience + _options.Timeout;
            isIdle = !_ticks && silence >= _options.KeepAlive;
            if (!_closed.Task.IsCompleted) _timer.Change(_ticks ? s_tick : _options.KeepAlive, Timeout.InfiniteTimeSpan);
        }

        foreach (var call in late) call.Fail(new RedisTimeoutException($"Redis at {_options.Place} did not answer within {call.Patience.TotalSeconds:0.###} s."));
        if (isDead) Close($"was given up: it has been silent for {silence.TotalSeconds:0.#} s");
        else if (isIdle) _ = CallAsync(["PING"], _options.Timeout, CancellationToken.None);
    }

    private void Close(string reason)
    {
        PendingCall[] left;
        lock (_gate)
        {
            if (!_closed.TrySetResult(reason)) return;
            left = [.. _pending];
            _pending.Clear();
        }

        _timer.Dispose();
        _stream.Dispose();
        foreach (var call in left) call.Fail(new RedisUnavailableException($"Redis at {_options.Place} {reason}."));
    }
}

/// <summary>A call between its sending and its answer.</summary>
internal sealed class PendingCall(long started, TimeSpan patience, bool isSubscription) : TaskCompletionSource<RedisReply>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _cancellation;

    public long Started { get; } = started;

    public TimeSpan Patience { get; } = patience;

    public bool IsSubscription { get; } = isSubscription;

    public void EndWith(CancellationToken ct)
    {
        if (ct.CanBeCanceled) _cancellation = ct.UnsafeRegister(static (self, token) => ((PendingCall)self!).TrySetCanceled(token), this);
    }

    public void Answer(RedisReply reply)
    {
        _cancellation.Unregister();
        TrySetResult(reply);
    }

    public void Fail(Exception reason)
    {
        _cancellation.Unregister();
        if (TrySetException(reason)) _ = Task.Exception; // Seen here: a caller that no longer waits is no surprise.
    }
}
