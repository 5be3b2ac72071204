using System.Net;

namespace Alicerce.Vectors.Embedding.Http;

/// <summary>The embedding service gave no vectors. The message says where, what and how often it was asked, and never holds the key or a text.</summary>
public sealed class EmbeddingServiceException(string message, HttpStatusCode? status = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The last answer's; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;
}
