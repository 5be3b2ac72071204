using System.Text.Json;

namespace Alicerce.Platform.Jobs;

/// <summary>Work to be done once, later or elsewhere.</summary>
/// <param name="Type">The stable written name that its handler is registered under, such as <c>testing.run_shard</c>.</param>
/// <param name="ArgsJson">Arguments as snake_case JSON; <see cref="Of{TArgs}"/> writes them.</param>
public sealed record JobRequest(string Type, string ArgsJson)
{
    /// <summary>Higher goes first.</summary>
    public short Priority { get; init; }

    /// <summary>Null: as soon as possible.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>After so many failed or interrupted attempts the job is dead and stays to be looked at.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>While a job with this key is queued or running, enqueueing again gives that one (at most 200 characters).</summary>
    public string? UniqueKey { get; init; }

    /// <summary>Whose work it is, when it is a project's.</summary>
    public int? ProjectId { get; init; }

    /// <summary>Carries an id into the logs of the worker; null takes that of the current request.</summary>
    public string? CorrelationId { get; init; }

    public static JobRequest Of<TArgs>(string type, TArgs args) => new(type, JsonSerializer.Serialize(args, JobJson.Options));
}
