namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>A file of a model that is missing, damaged, or of a kind that is not read here. The message names the file and says how to mend it.</summary>
public sealed class ModelFileException(string file, string problem, Exception? inner = null) : Exception($"{file}: {problem}", inner);
