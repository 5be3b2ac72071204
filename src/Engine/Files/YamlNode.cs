namespace Alicerce.Engine.Files;

/// <summary>A part of a YAML document that knows where it stands, counted from 1; (0, 0) for nodes made to be written.</summary>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>Nodes in this tree, aliases expanded: what bounds documents that repeat themselves.</summary>
    public virtual int Size => 1;

    /// <summary>Maps and lists in each other, from this node down.</summary>
    public virtual int Height => 0;

    /// <summary>What it is, in a sentence for a person.</summary>
    public abstract string Kind { get; }
}

/// <param name="Plain">Typed by its look (<see cref="YamlScalars"/>), so that <c>true</c>, <c>1</c> and <c>~</c> are not strings.</param>
internal sealed record YamlScalar(string Text, bool Plain, int Line = 0, int Column = 0) : YamlNode(Line, Column)
{
    public bool IsNull => Plain && YamlScalars.IsNull(Text);

    public override string Kind => IsNull ? "nothing" : Plain ? $"'{(Text.Length > 40 ? Text[..40] + "…" : Text)}'" : "a text";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line = 0, int Column = 0) : YamlNode(Line, Column)
{
    // Counted when asked for, which only aliases do, and kept: one list may be named many times.
    private int _size, _height;

    public override int Size => _size > 0 ? _size : _size = 1 + Items.Sum(i => i.Size);

    public override int Height => _height > 0 ? _height : _height = 1 + Items.Select(i => i.Height).DefaultIfEmpty().Max();

    /// <summary>Write it as <c>[a, b]</c>.</summary>
    public bool Inline { get; init; }

    public override string Kind => "a list";
}

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line = 0, int Column = 0) : YamlNode(Line, Column)
{
    private int _size, _height;

    public override int Size => _size > 0 ? _size : _size = 1 + Entries.Sum(e => 1 + e.Value.Size);

    public override int Height => _height > 0 ? _height : _height = 1 + Entries.Select(e => e.Value.Height).DefaultIfEmpty().Max();

    /// <summary>Write it as <c>{a: b}</c>.</summary>
    public bool Inline { get; init; }

    public override string Kind => "a map";
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
