using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Web.Logging;

/// <summary>One console, one JSON object a line, the level from <c>LOG_LEVEL</c> (S001-OBS-02).</summary>
public static class LogServices
{
    private static readonly Dictionary<string, LogLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DEBUG"] = LogLevel.Debug,
        ["INFO"] = LogLevel.Information,
        ["WARNING"] = LogLevel.Warning,
        ["ERROR"] = LogLevel.Error,
        ["CRITICAL"] = LogLevel.Critical,
    };

    public static IReadOnlyCollection<string> LevelNames => Levels.Keys;

    public static bool TryReadLevel(string name, out LogLevel level) => Levels.TryGetValue(name, out level);

    public static ILoggingBuilder AddJsonLines(this ILoggingBuilder logging, LogLevel level)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(level);

        // The framework's own stories repeat ours at this level: one line a request is the rule.
        var quiet = level > LogLevel.Warning ? level : LogLevel.Warning;
        logging.AddFilter("Microsoft", level > LogLevel.Debug ? quiet : level);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", quiet);
        logging.AddFilter("Npgsql", quiet);

        // Statements without the values of their parameters (S001-DB-01).
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", level > LogLevel.Debug ? quiet : level);
        logging.Services.AddSingleton<ILoggerProvider>(services =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            return new JsonLinesProvider(clock, new LogOutput(Console.OpenStandardOutput(), clock));
        });
        return logging;
    }
}
