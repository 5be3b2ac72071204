namespace Alicerce.Platform.Web.Answers;

/// <summary>Collects all mistakes of a request, so that a caller mends them in one go.</summary>
public sealed class Validation
{
    private readonly List<ErrorDetail> _details = [];

    /// <summary>Null when nothing is wrong.</summary>
    public Problem? Problem => _details.Count == 0 ? null : Problem.Invalid([.. _details]);

    public Validation Check(bool holds, string field, string code, string message)
    {
        if (!holds) Add(field, code, message);
        return this;
    }

    public void Add(string field, string code, string message) => _details.Add(new ErrorDetail(field, code, message));
}
