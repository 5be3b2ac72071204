namespace Alicerce.Engine.Formats;

/// <summary>Something wrong in a text that a person wrote: one sentence and the place, both counted from 1.</summary>
public sealed record ParseProblem(string Message, int Line, int Column);
