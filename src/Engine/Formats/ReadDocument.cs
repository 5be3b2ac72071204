namespace Alicerce.Engine.Formats;

/// <summary>
/// What reading a text gave. <see cref="Document"/> is null exactly when <see cref="Problem"/> is set;
/// <see cref="Warnings"/> are oddities that did not stop the reading (a second YAML document, an unknown tag).
/// </summary>
public sealed record ReadDocument(PositionedJson? Document, ParseProblem? Problem, IReadOnlyList<ParseProblem> Warnings);
