using Alicerce.Modules.Testing.Comparison;
using Alicerce.Modules.Testing.History;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Registration of runs.</summary>
internal static class RunServices
{
    private const string RetentionSetting = "ALICERCE_RUN_RETENTION_DAYS";
    private const int LongestRetention = 3650;

    public static IEnumerable<string> CheckConfiguration(IConfiguration configuration)
    {
        if (configuration[RetentionSetting] is { Length: > 0 } text && !(int.TryParse(text, out var days) && days is >= 1 and <= LongestRetention))
            yield return $"{RetentionSetting} is '{text}': use a number of days from 1 to {LongestRetention}.";
    }

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var standard = new RunOptions();
        services.AddSingleton(standard with { RetentionDays = int.TryParse(configuration[RetentionSetting], out var days) ? days : standard.RetentionDays });
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunClosing>();
        services.AddScoped<RunRequests>();
        services.AddScoped<StartRun>();
        services.AddScoped<CancelRun>();
        services.AddScoped<ReadRun>();
        services.AddScoped<ListRuns>();
        services.AddScoped<ListResults>();
        services.AddScoped<ReadResult>();
        services.AddScoped<WatchRun>();
        services.AddScoped<DownloadReport>();
        services.AddHostedService<LeftReports>();
        services.AddScoped<CompareEnvironments>();
        services.AddScoped<SuiteHistory>();
        services.AddScoped<FlakyCases>();
    }

    public static void AddWorkers(IServiceCollection services)
    {
        services.AddJobHandler<RunShard, RunShard.Args>(RunShard.JobType);
        services.AddHostedService<RunUpkeep>();
    }
}
