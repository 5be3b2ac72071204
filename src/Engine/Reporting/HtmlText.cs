using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Alicerce.Engine.Reporting;

/// <summary>Escapes text for HTML content and quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Escape(string? text, int maxChars = 10_100) => s_encoder.Encode(ReportText.Cut(text, maxChars)).Replace("&#xA;", "\n", StringComparison.Ordinal);

    /// <summary>A page-wide id for a case: the same in each report of the same case, so that links keep.</summary>
    public static string AnchorOf(string caseKey) =>
        "c-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ReportText.Clean(caseKey))).AsSpan(0, 8));
}
