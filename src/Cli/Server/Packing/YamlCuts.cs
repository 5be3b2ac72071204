using Alicerce.Engine.Projects;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Cli.Server.Packing;

/// <summary>A range of a file that is sent otherwise.</summary>
/// <param name="Path">Where it is; null for a comment.</param>
internal readonly record struct YamlCut(int Start, int End, string Replacement, string? Path);

/// <summary>Walks through a YAML file's events and notes what must not leave this machine.</summary>
internal sealed class YamlCuts(int deepestLevel)
{
    // No key, whatever it says, is the same text as this one.
    private static readonly string Item = new('-', 1);

    // One entry a level: the key whose value comes next, null in a mapping that waits for a key, Item in a list.
    private readonly List<string?> _keys = [];
    private readonly Dictionary<string, YamlCut> _anchored = new(StringComparer.Ordinal);
    private readonly Dictionary<int, YamlCut> _cuts = [];

    /// <exception cref="YamlException">It is not YAML, or of a kind in which a credential could hide: a key that is no word, an alias of more than a word.</exception>
    public IReadOnlyCollection<YamlCut> Find(IParser parser)
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Comment comment: Cut(new YamlCut((int)comment.Start.Index, (int)comment.End.Index, "", null)); break;
                case AnchorAlias or MappingStart or SequenceStart when IsKey: throw new YamlException("a key that is no word");
                // The library loses what follows such a key, and takes the next key for it.
                case Scalar { Value: "", Style: ScalarStyle.Plain } when IsKey: throw new YamlException("a key of nothing");
                case Scalar scalar when IsKey: _keys[^1] = scalar.Value; break;
                case Scalar scalar: Note(scalar); Done(); break;
                case AnchorAlias alias: NoteAlias(alias); Done(); break;
                case MappingStart or SequenceStart when _keys.Count == deepestLevel: throw new YamlException("nested too deep");
                case MappingStart: _keys.Add(null); break;
                case SequenceStart: _keys.Add(Item); break;
                case MappingEnd or SequenceEnd: _keys.RemoveAt(_keys.Count - 1); Done(); break;
            }
        }
        return _cuts.Values;
    }

    private bool IsKey => _keys.Count > 0 && _keys[^1] is null;

    private bool IsCredential => _keys.Exists(key => key is not null && CredentialNames.Fits(key));

    private string Path => string.Join('.', _keys);

    private void Note(Scalar scalar)
    {
        // What is cut begins with the anchor, and its aliases stay.
        var anchor = scalar.Anchor.IsEmpty ? "" : $"&{scalar.Anchor.Value} ";
        var cut = new YamlCut((int)scalar.Start.Index, (int)scalar.End.Index, anchor + Quoted(CredentialRemoval.Removed), Path);
        if (!scalar.Anchor.IsEmpty)
            _anchored[scalar.Anchor.Value] = cut;
        var cleaned = CredentialRemoval.Cleaned(scalar.Value, IsCredential);
        if (cleaned != scalar.Value)
            Cut(cut with { Replacement = anchor + Quoted(cleaned) });
    }

    /// <summary>A value that is used as a credential here is one where it stands, too.</summary>
    private void NoteAlias(AnchorAlias alias)
    {
        if (!IsCredential)
            return;
        Cut(_anchored.TryGetValue(alias.Value.Value, out var cut) ? cut : throw new YamlException("an alias of more than a word"));
    }

    private void Cut(YamlCut cut) => _cuts[cut.Start] = cut;

    private void Done()
    {
        if (_keys.Count > 0 && !ReferenceEquals(_keys[^1], Item))
            _keys[^1] = null;
    }

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
