using System.Globalization;

namespace Alicerce.Engine.Reporting;

/// <summary>Numbers as reports show them.</summary>
internal static class ReportNumbers
{
    /// <summary>A share as a whole percentage, rounded down so that 100% means all; a dash when there is nothing to share.</summary>
    public static string Percent(double? share) => share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value * 100):0}%") : "–";
}
