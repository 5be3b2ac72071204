namespace Alicerce.Platform.Data;

/// <summary>Something that happened, for others to hear: written to the outbox in the transaction of the change (D5).</summary>
/// <param name="Type">Stable written name, such as <c>project.created</c>; never a class name.</param>
/// <param name="SubjectId">Id of what it happened to.</param>
/// <param name="Payload">What consumers need; serialised as snake_case JSON.</param>
public sealed record Fact(string Type, int? ProjectId, string SubjectId, object Payload);
