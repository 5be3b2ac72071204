namespace Alicerce.Engine.Cases.Files;

/// <summary>The lines of one item of <c>cases:</c>, or of something that stands where no case can.</summary>
/// <param name="Text">The lines as they are, indentation included.</param>
/// <param name="FirstLine">Number of the first line in the file, from 1.</param>
/// <param name="Problem">Why it is no case; null when it can be read.</param>
/// <param name="Hint">How to mend that.</param>
internal readonly record struct CaseChunk(string Text, int FirstLine, string? Problem = null, string? Hint = null);
