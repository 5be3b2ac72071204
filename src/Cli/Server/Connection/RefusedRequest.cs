using System.Text;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Connection;

/// <summary>The server says no, and where in the request the mistakes are.</summary>
internal sealed class RefusedRequest(string said, IReadOnlyList<ErrorDetail> details) : UserError(said + Text(details))
{
    private const int MostDetails = 20;

    /// <summary>The same, with the places as the caller knows them.</summary>
    public RefusedRequest WithFields(Func<string, string> rename) =>
        new(said, [.. details.Select(detail => detail.Field is { } field ? detail with { Field = rename(field) } : detail)]);

    private static string Text(IReadOnlyList<ErrorDetail> details)
    {
        var text = new StringBuilder();
        foreach (var detail in details.Take(MostDetails))
            text.Append("\n  ").Append(detail.Field is null ? "" : $"{PlainText.OneLine(detail.Field)}: ").Append(PlainText.OneLine(detail.Message ?? ""));
        if (details.Count > MostDetails)
            text.Append("\n  … and ").Append(details.Count - MostDetails).Append(" more");
        return text.ToString();
    }
}
