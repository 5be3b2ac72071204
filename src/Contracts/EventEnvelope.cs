using System.Text.Json;

namespace Alicerce.Contracts;

/// <summary>A fact on its way to those who want to hear of it (S001-COM-02). Written in snake_case.</summary>
/// <param name="EventId">The same at every delivery: what a consumer does outside our database, it does under this id.</param>
/// <param name="EventType">Stable written name, such as <c>test.run.finished</c>.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="CorrelationId">Of the request or job that it happened in.</param>
/// <param name="SourceService">Who says it.</param>
/// <param name="Payload">The fact itself, such as <see cref="Testing.TestRunFinished"/>.</param>
public sealed record EventEnvelope(Guid EventId, string EventType, DateTimeOffset Timestamp, string? CorrelationId, string SourceService, JsonElement Payload);
