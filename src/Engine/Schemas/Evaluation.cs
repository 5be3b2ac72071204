using System.Globalization;
using System.Text;
using System.Text.Json;
using Alicerce.Engine.Formats;
using Alicerce.Engine.Schemas.Keywords;

namespace Alicerce.Engine.Schemas;

/// <summary>One value on its way through a schema: where we are, what was wrong so far, and how much work is left.</summary>
internal sealed class Evaluation(SchemaOptions options, SchemaDirection direction)
{
    private readonly List<string> _path = [];
    private readonly List<SchemaResource> _scope = [];
    private int _hushed;
    private int _steps;
    private int _depth;
    private string? _gaveUp;

    public List<SchemaError> Errors { get; private set; } = [];
    public SchemaDirection Direction { get; } = direction;
    public SchemaOptions Options { get; } = options;

    /// <summary>Nobody will read the reason for a failure: the first one ends the work.</summary>
    public bool Quiet => _hushed > 0 || Errors.Count >= Options.MaxErrors || _gaveUp is not null;

    /// <summary>The resources entered so far, outermost first (<c>$dynamicRef</c>).</summary>
    public IReadOnlyList<SchemaResource> Scope => _scope;

    public bool Apply(CompiledSchema schema, JsonElement value, Evaluated? into)
    {
        if (schema.Always is { } always)
            return always || (!Quiet && Fail(schema.Location, "false", "expected nothing here, got " + Shown(value)));
        if (!Enter())
            return false;
        var entered = _scope.Count == 0 || !ReferenceEquals(_scope[^1], schema.Resource);
        if (entered)
            _scope.Add(schema.Resource);
        var seen = into is not null || schema.Last.Length > 0 ? new Evaluated() : null;
        var holds = All(schema.Keywords, value, seen) && All(schema.Last, value, seen);
        if (holds)
            into?.Add(seen!);
        if (entered)
            _scope.RemoveAt(_scope.Count - 1);
        _depth--;
        return holds;
    }

    private bool All(Keyword[] keywords, JsonElement value, Evaluated? seen)
    {
        var holds = true;
        foreach (var keyword in keywords)
        {
            if (keyword.Test(this, value, seen))
                continue;
            holds = false;
            if (Quiet)
                break;
        }
        return holds;
    }

    public bool ApplyAt(string segment, CompiledSchema schema, JsonElement value)
    {
        _path.Add(segment);
        var holds = Apply(schema, value, into: null);
        _path.RemoveAt(_path.Count - 1);
        return holds;
    }

    public bool ApplyAt(int index, CompiledSchema schema, JsonElement value) =>
        ApplyAt(index.ToString(CultureInfo.InvariantCulture), schema, value);

    public bool ApplyQuietly(CompiledSchema schema, JsonElement value, Evaluated? into)
    {
        _hushed++;
        var holds = Apply(schema, value, into);
        _hushed--;
        return holds;
    }

    /// <summary>The errors of applying it, kept apart from the others.</summary>
    public IReadOnlyList<SchemaError> ErrorsOf(CompiledSchema schema, JsonElement value)
    {
        var kept = Errors;
        Errors = [];
        Apply(schema, value, into: null);
        var own = Errors;
        Errors = kept;
        return own;
    }

    /// <summary>Notes the error and answers false.</summary>
    public bool Fail(Keyword keyword, string message) => Fail(keyword.SchemaPath, keyword.Name, message);

    public bool Fail(string schemaPath, string keyword, string message)
    {
        Errors.Add(new SchemaError(Pointer(), schemaPath, keyword, message));
        return false;
    }

    public IReadOnlyList<SchemaError> Finish()
    {
        if (_gaveUp is { } keyword)
        {
            Errors.Insert(0, new SchemaError("", "", keyword, keyword == "$depth"
                ? $"schemas are applied within each other more than {Options.MaxDepth} deep; a reference may lead only to itself"
                : $"the value was not fully checked: more than {Options.MaxSteps} steps were needed"));
        }
        if (Errors.Count > Options.MaxErrors)
            Errors.RemoveRange(Options.MaxErrors, Errors.Count - Options.MaxErrors);
        return Errors;
    }

    private bool Enter()
    {
        if (_gaveUp is not null)
            return false;
        if (++_steps > Options.MaxSteps)
            _gaveUp = "$budget";
        else if (_depth >= Options.MaxDepth)
            _gaveUp = "$depth";
        else
            _depth++;
        return _gaveUp is null;
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var segment in _path)
            pointer.Append('/').Append(JsonPointer.Escape(segment));
        return pointer.ToString();
    }

    /// <summary>The value as a person may read it in a message: at most 80 characters.</summary>
    public static string Shown(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return $"an object of {value.GetPropertyCount()} members";
            case JsonValueKind.Array:
                return $"an array of {value.GetArrayLength()} items";
            default:
                var text = value.GetRawText();
                return text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
        }
    }
}
