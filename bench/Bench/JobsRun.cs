using System.Diagnostics;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;

namespace Alicerce.Bench;

/// <summary>What one process made of a number of trivial jobs.</summary>
/// <param name="Processor">Microseconds of processor time that our own process took for a job; PostgreSQL's are not in it.</param>
/// <param name="CallsPerSecond">NOTIFYs to the workers while it lasted.</param>
/// <param name="WakeUpMedian">Milliseconds from asking for a job to its handler, on a queue at rest.</param>
internal sealed record JobsRun(double JobsPerSecond, double Processor, double CallsPerSecond, double WakeUpMedian, double WakeUpWorst, bool IsComplete)
{
    private const string JobType = "bench";
    private const int Producers = 8;
    private const int Places = 32;
    private const int WakeUps = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(40);

    public static async Task<JobsRun> MeasureAsync(DatabaseAddress address, int jobs, int batch)
    {
        var done = new Done();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase(address);
        builder.Services.AddJobQueue(new JobOptions { Concurrency = Math.Max(Places, batch) });
        builder.Services.AddSingleton(done);
        builder.Services.AddJobHandler<Trivial, int>(JobType);
        builder.Services.AddJobWorker();
        using var host = builder.Build();
        await host.StartAsync();
        var queue = host.Services.GetRequiredService<IJobQueue>();
        var calls = 0;
        using var counting = host.Services.GetRequiredService<Notifications>().Subscribe(JobQueue.Channel, _ => Interlocked.Increment(ref calls));

        await RunAsync(queue, done, Producers * batch * 5, batch); // Warm.
        Interlocked.Exchange(ref calls, 0);
        var before = Environment.CpuUsage.TotalTime;
        var seconds = await RunAsync(queue, done, jobs, batch);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / jobs;
        var callsPerSecond = calls / seconds;
        var wakeUps = await WakeUpsAsync(queue, done);
        await host.StopAsync();
        return new JobsRun(jobs / seconds, processor, callsPerSecond, wakeUps[WakeUps / 2], wakeUps[WakeUps * 99 / 100], done.IsExact);
    }

    private static async Task<double> RunAsync(IJobQueue queue, Done done, int jobs, int batch)
    {
        var rounds = jobs / (Producers * batch);
        if (rounds * Producers * batch != jobs) throw new ArgumentException($"{jobs} jobs do not come out even in batches of {batch} from {Producers}.", nameof(jobs));
        var finished = done.Expect(jobs);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(async _ =>
        {
            for (var i = 0; i < rounds; i++)
            {
                if (batch == 1) await queue.EnqueueAsync(JobRequest.Of(JobType, i), CancellationToken.None);
                else await queue.EnqueueManyAsync([.. Enumerable.Range(0, batch).Select(one => JobRequest.Of(JobType, one))], CancellationToken.None);
            }
        }));
        await finished;
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double[]> WakeUpsAsync(IJobQueue queue, Done done)
    {
        var times = new double[WakeUps];
        for (var i = 0; i < WakeUps; i++)
        {
            await Task.Delay(Rest);
            var finished = done.Expect(1);
            var watch = Stopwatch.StartNew();
            await queue.EnqueueAsync(JobRequest.Of(JobType, i), CancellationToken.None);
            await finished;
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private sealed class Trivial(Done done) : IJobHandler<int>
    {
        public Task HandleAsync(int args, JobContext job, CancellationToken ct)
        {
            done.One();
            return Task.CompletedTask;
        }
    }

    /// <summary>Counts handled jobs; more than expected would mean that one ran twice.</summary>
    private sealed class Done
    {
        private TaskCompletionSource _all = new();
        private int _left;

        public bool IsExact => Volatile.Read(ref _left) == 0;

        public Task Expect(int jobs)
        {
            _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _left, jobs);
            return _all.Task;
        }

        public void One()
        {
            if (Interlocked.Decrement(ref _left) == 0) _all.TrySetResult();
        }
    }
}
