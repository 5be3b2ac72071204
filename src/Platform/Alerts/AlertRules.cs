using Alicerce.Platform.Data.Rows;

namespace Alicerce.Platform.Alerts;

/// <summary>The rules (S002-ALR-01, S003-ALR-01, T002-30). Each looks at what all processes measured within the window; all limits are strict.</summary>
internal static class AlertRules
{
    private const string AllRequests = "requests";

    /// <summary>Of a hundred, five may be slower than the 95th percentile.</summary>
    private const double SlowPercent = 5;

    public static IEnumerable<Breach> Judge(Observed observed, AlertOptions options)
    {
        var requests = Sum(observed.Work.Where(work => work.Kind == Measured.Request));
        var others = observed.Work.Where(work => work.Kind is Measured.Operation or Measured.Job).Append(requests);
        return
        [
            .. observed.Work.Select(work => MeanTime(work, options)).OfType<Breach>(),
            .. new[] { Latency(requests, options) }.OfType<Breach>(),
            .. others.Select(work => Errors(work, options)).OfType<Breach>(),
            .. observed.Work.Select(work => CacheHits(work, options)).OfType<Breach>(),
            .. Queue(observed.Queue, options),
            .. observed.Dependencies.Where(dependency => dependency.Reason is not null).Select(Away),
        ];
    }

    /// <summary>Jobs may take their time: their queue is judged instead.</summary>
    internal static Breach? MeanTime(Measured work, AlertOptions options)
    {
        if (work.Kind is not (Measured.Request or Measured.Operation) || work.Timed < options.MinSamples || work.MeanMs <= options.MeanWarningMs) return null;
        var message = $"{work.Name}: tempo médio {work.MeanMs:0}ms";
        return work.MeanMs > options.MeanCriticalMs
            ? new Breach("mean_time", work.Name, "performance_critica", Alert.Critical, message)
            : new Breach("mean_time", work.Name, "performance_warning", Alert.Warning, message);
    }

    // That more than 5 % are slower than the limit is to say that the 95th percentile is above it, exactly and without buckets (T003-30).
    private static Breach? Latency(Measured requests, AlertOptions options)
    {
        var share = requests.Timed == 0 ? 0 : 100d * requests.Slow / requests.Timed;
        return requests.Timed < options.MinSamples || share <= SlowPercent
            ? null
            : new Breach("latency", requests.Name, "latencia_alta", Alert.Critical, $"{requests.Name}: p95 acima de {options.LatencyMs:0}ms ({share:0.#}% de {requests.Timed} mais lentas)");
    }

    private static Breach? Errors(Measured work, AlertOptions options) =>
        work.Calls < options.MinSamples || work.FailurePercent <= options.ErrorPercent
            ? null
            : new Breach("errors", work.Name, "taxa_de_erros", Alert.Critical, $"{work.Name}: {work.FailurePercent:0.#}% de erros ({work.Failures} de {work.Calls})");

    private static Breach? CacheHits(Measured work, AlertOptions options)
    {
        if (work.Kind != Measured.Cache || work.Calls < options.CacheMinSamples || 100 - work.FailurePercent >= options.CacheHitPercent) return null;
        return new Breach("cache_hits", work.Name, "cache_ineficaz", Alert.Warning, $"{work.Name}: só {100 - work.FailurePercent:0.#}% de acertos ({work.Calls} consultas)");
    }

    /// <summary>Not what it has done but what it still has to do.</summary>
    internal static IEnumerable<Breach> Queue(QueueLook queue, AlertOptions options)
    {
        if (queue.Oldest > options.QueueAge)
            yield return new Breach("queue_age", "jobs", "fila_parada", Alert.Critical, $"fila: o job mais antigo espera há {queue.Oldest.TotalSeconds:0}s ({queue.Waiting} na fila)");
        if (queue.Waiting > options.QueueSize)
            yield return new Breach("queue_size", "jobs", "fila_cheia", Alert.Warning, $"fila: {queue.Waiting} jobs esperando");
    }

    internal static Breach Away(Web.Health.Dependency dependency) => new(
        "dependency", dependency.Name, "dependencia_fora", dependency.IsNeeded ? Alert.Critical : Alert.Warning, $"{dependency.Name}: não responde");

    private static Measured Sum(IEnumerable<Measured> requests) => requests.Aggregate(
        new Measured(Measured.Request, AllRequests, 0, 0, 0, 0, 0),
        (sum, work) => sum with
        {
            Calls = sum.Calls + work.Calls,
            Failures = sum.Failures + work.Failures,
            Timed = sum.Timed + work.Timed,
            Slow = sum.Slow + work.Slow,
            TotalMs = sum.TotalMs + work.TotalMs,
        });
}
