using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary>One rule of a schema, with its values read once.</summary>
internal abstract class Keyword(string name, CompiledSchema owner)
{
    public string Name { get; } = name;
    public string SchemaPath => $"{owner.Location}/{Name}";

    public virtual IEnumerable<CompiledSchema> Subschemas => [];

    /// <param name="run">The validation under way; takes the error.</param>
    /// <param name="value">A value of any kind: a rule holds for kinds that it does not speak of.</param>
    /// <param name="seen">Takes what was looked at; null when nobody asks.</param>
    public abstract bool Test(Evaluation run, JsonElement value, Evaluated? seen);
}

/// <summary>A rule that cannot be read: it fails every value, so that a broken schema is never taken for a pass.</summary>
internal sealed class MalformedKeyword(string name, CompiledSchema owner, string reason) : Keyword(name, owner)
{
    public string Reason => reason;

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) =>
        !run.Quiet && run.Fail(this, SchemaInspection.BrokenPrefix + reason);
}
