using System.Text;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>Stable operation ids made of method and path: <c>get_projects_by_id</c>.</summary>
internal static class OperationNames
{
    public static string Of(string? method, string? path)
    {
        var name = new StringBuilder(method?.ToLowerInvariant());
        foreach (var segment in (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(segment => segment is "api" or "v1"))
        {
            name.Append('_');
            if (segment.StartsWith('{')) name.Append("by_").Append(segment.Trim('{', '}', '*').Split(':')[0]);
            else name.Append(segment.Replace('-', '_'));
        }

        return name.ToString();
    }
}
