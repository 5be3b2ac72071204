namespace Alicerce.Engine.Generation.Values;

/// <summary>What must happen to a boundary value.</summary>
internal enum Verdict
{
    /// <summary>Inside the declared rules: it works like any valid value.</summary>
    Accepted,
    /// <summary>Outside a declared rule: it is refused.</summary>
    Rejected,
    /// <summary>Odd, and no rule speaks of it: it may be taken or refused, but nothing breaks.</summary>
    Survives,
}

/// <summary>A value at or beyond a border; a null value means that the field is left out.</summary>
/// <param name="Label">Short and stable: it is part of the case's key.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Verdict">What must happen to it.</param>
internal sealed record Boundary(string Label, string? Value, Verdict Verdict)
{
    /// <summary>How a case's name tells it, after the name of the field.</summary>
    public string Title => TitleOf(Label);

    public static string TitleOf(string label) => label switch
    {
        "min_length-1" => "one character too short",
        "min_length" => "of the least length",
        "max_length" => "of the greatest length",
        "max_length+1" => "one character too long",
        "min-1" => "below its minimum",
        "min" => "at its minimum",
        "max" => "at its maximum",
        "max+1" => "above its maximum",
        "outside_enum" => "outside its options",
        "outside_pattern" => "outside its pattern",
        "wrong_type" => "of a wrong type",
        "wrong_json_type" => "of another JSON type",
        "unicode" => "in Unicode",
        "nul" => "with a NUL character",
        "very_long" => "of 64 KiB",
        _ => label,
    };
}
