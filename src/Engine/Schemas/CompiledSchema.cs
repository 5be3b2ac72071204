using Alicerce.Engine.Schemas.Keywords;

namespace Alicerce.Engine.Schemas;

/// <summary>A schema made ready to judge values. Its keywords are filled in after it exists, because schemas may refer to themselves.</summary>
internal sealed class CompiledSchema(string location, SchemaResource resource)
{
    public string Location { get; } = location;
    public SchemaResource Resource { get; } = resource;

    /// <summary>Set for the boolean schemas.</summary>
    public bool? Always { get; set; }

    public Keyword[] Keywords { get; set; } = [];

    /// <summary><c>unevaluated…</c>: they look at what all the others have seen.</summary>
    public Keyword[] Last { get; set; } = [];

    public IReadOnlyList<string> UnknownKeywords { get; set; } = [];
    public bool ReadOnly { get; set; }
    public bool WriteOnly { get; set; }

    public bool IsReadOnly => ReadOnly || Array.Exists(Keywords, k => k is ReferenceKeyword { Target.ReadOnly: true });
    public bool IsWriteOnly => WriteOnly || Array.Exists(Keywords, k => k is ReferenceKeyword { Target.WriteOnly: true });

    public IEnumerable<CompiledSchema> Subschemas => Keywords.Concat(Last).SelectMany(k => k.Subschemas);
}
