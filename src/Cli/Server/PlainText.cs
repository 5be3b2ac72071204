using System.Text;

namespace Alicerce.Cli.Server;

/// <summary>Text that came over the network, made fit for a terminal: one line, bounded, no control characters that could move its cursor.</summary>
internal static class PlainText
{
    private const int Longest = 2_000;

    public static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in text)
        {
            if (line.Length == Longest)
                return line.Append('…').ToString();
            line.Append(char.IsControl(c) ? ' ' : c);
        }
        return line.ToString();
    }
}
