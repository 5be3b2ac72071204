namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>What an index file was made of, so that whoever loads it knows whether it still fits and which changes came after it.</summary>
/// <param name="Model">The name of the model that made the vectors.</param>
/// <param name="LastChange">The number of the last change that is in the index.</param>
public sealed record IndexStamp(string Model, long LastChange);
