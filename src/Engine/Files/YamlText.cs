using System.Text;

namespace Alicerce.Engine.Files;

/// <summary>
/// Writes nodes as YAML that is pleasant to read and stable to compare: block style, quotes only where a reader could go wrong, one form
/// for each value. What it writes, <see cref="YamlNodeReader"/> reads back without loss.
/// </summary>
internal sealed class YamlText(StringBuilder output)
{
    /// <summary>Keys longer than this cannot be written: YAML itself ends at 1,024.</summary>
    public const int MaxKeyLength = 200;

    private const int MaxInlineWidth = 110;

    /// <summary>Writes a map or list whose entries start in the given column; the first one follows what is already on the line.</summary>
    public void WriteBlock(YamlNode node, int indent)
    {
        switch (node)
        {
            case YamlMap map:
                for (int i = 0; i < map.Entries.Count; i++)
                    WriteEntry(map.Entries[i], i == 0 ? 0 : indent, indent);
                break;
            case YamlList list:
                for (int i = 0; i < list.Items.Count; i++)
                    WriteItem(list.Items[i], i == 0 ? 0 : indent, indent);
                break;
            default:
                WriteScalar((YamlScalar)node, indent);
                output.Append('\n');
                break;
        }
    }

    private void WriteEntry(YamlEntry entry, int spaces, int indent)
    {
        output.Append(' ', spaces);
        WriteKey(entry.Key, inline: false);
        output.Append(':');
        if (TryWriteOnLine(entry.Value, indent))
            return;
        output.Append('\n').Append(' ', indent + 2);
        WriteBlock(entry.Value, indent + 2);
    }

    private void WriteItem(YamlNode item, int spaces, int indent)
    {
        output.Append(' ', spaces).Append('-');
        if (TryWriteOnLine(item, indent))
            return;
        output.Append(' ');
        WriteBlock(item, indent + 2);
    }

    /// <summary>Scalars, empty collections and short inline ones stay on the line of their key.</summary>
    private bool TryWriteOnLine(YamlNode node, int indent)
    {
        int start = output.Length;
        output.Append(' ');
        switch (node)
        {
            case YamlScalar scalar:
                WriteScalar(scalar, indent + 2);
                break;
            case YamlMap { Entries.Count: 0 } or YamlList { Items.Count: 0 }:
                WriteFlow(node);
                break;
            case YamlMap { Inline: true } or YamlList { Inline: true } when node.Size <= 40:
                WriteFlow(node);
                if (output.Length - start > MaxInlineWidth)
                {
                    output.Length = start;
                    return false;
                }
                break;
            default:
                output.Length = start;
                return false;
        }
        output.Append('\n');
        return true;
    }

    private void WriteFlow(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                WriteFlowScalar(scalar, inline: true);
                break;
            case YamlList list:
                output.Append('[');
                for (int i = 0; i < list.Items.Count; i++)
                {
                    output.Append(i == 0 ? "" : ", ");
                    WriteFlow(list.Items[i]);
                }
                output.Append(']');
                break;
            case YamlMap map:
                output.Append('{');
                for (int i = 0; i < map.Entries.Count; i++)
                {
                    output.Append(i == 0 ? "" : ", ");
                    WriteKey(map.Entries[i].Key, inline: true);
                    output.Append(": ");
                    WriteFlow(map.Entries[i].Value);
                }
                output.Append('}');
                break;
        }
    }

    private void WriteScalar(YamlScalar scalar, int indent)
    {
        if (scalar.Plain || !IsLiteral(scalar.Text))
        {
            WriteFlowScalar(scalar, inline: false);
            return;
        }
        bool endsWithBreak = scalar.Text.EndsWith('\n');
        output.Append(endsWithBreak ? "|" : "|-");
        ReadOnlySpan<char> text = endsWithBreak ? scalar.Text.AsSpan(0, scalar.Text.Length - 1) : scalar.Text;
        foreach (Range line in text.Split('\n'))
        {
            output.Append('\n');
            if (!text[line].IsEmpty)
                output.Append(' ', indent).Append(text[line]);
        }
    }

    /// <summary>The YAML library overlooks the colon after a word that starts with an asterisk.</summary>
    private void WriteKey(YamlScalar key, bool inline)
    {
        if (key.Text.Contains(" *", StringComparison.Ordinal))
            WriteQuoted(key.Text);
        else
            WriteFlowScalar(key, inline);
    }

    private void WriteFlowScalar(YamlScalar scalar, bool inline)
    {
        if (scalar.Plain || YamlScalars.IsSafePlain(scalar.Text, inline))
            output.Append(scalar.Text);
        else
            WriteQuoted(scalar.Text);
    }

    private void WriteQuoted(string text)
    {
        output.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\\')
                output.Append('\\').Append(c);
            else if (c == '\n')
                output.Append("\\n");
            else if (c == '\t')
                output.Append("\\t");
            else if (c == '\r')
                output.Append("\\r");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                output.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                output.Append('\uFFFD');
            else if (YamlScalars.IsPrintable(c))
                output.Append(c);
            else
                output.Append("\\u").Append(((int)c).ToString("X4"));
        }
        output.Append('"');
    }

    /// <summary>Whether a text of several lines can stand as a literal block. Lines of nothing but spaces are where YAML readers differ.</summary>
    private static bool IsLiteral(string text)
    {
        if (!text.Contains('\n') || text[0] is ' ' or '\n' || text.EndsWith("\n\n", StringComparison.Ordinal))
            return false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty && line.IsWhiteSpace())
                return false;
        }
        foreach (char c in text)
        {
            if (c != '\n' && (!YamlScalars.IsPrintable(c) || char.IsSurrogate(c)))
                return false;
        }
        return true;
    }
}
