using System.Globalization;

namespace Alicerce.Server.Tests.Telemetry;

/// <summary>What a scrape brought, by series as it is printed.</summary>
internal sealed record Scrape(string Text)
{
    public static async Task<Scrape> OfAsync(HttpClient client, CancellationToken ct) => new(await client.GetStringAsync("/metrics", ct));

    /// <summary>0 for a series that is not there yet.</summary>
    public double Value(string series) =>
        Text.Split('\n').FirstOrDefault(line => line.StartsWith($"{series} ", StringComparison.Ordinal)) is { } line
            ? double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture)
            : 0;
}
