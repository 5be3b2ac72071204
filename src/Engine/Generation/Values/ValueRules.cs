using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Values;

/// <summary>What is declared of one value, in one vocabulary for action parameters, form fields and JSON schemas.</summary>
internal sealed record ValueRules(string Name, string Type)
{
    public bool Required { get; init; }
    public string? Pattern { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>A form cannot tell "nothing" from "empty"; JSON can.</summary>
    public bool EmptyIsMissing { get; init; }

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "integer", "int", "long", "number", "decimal", "float", "double", "range" };
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "string", "text", "textarea", "search", "hidden", "password" };
    private static readonly HashSet<string> Validators = new(StringComparer.Ordinal)
    {
        "email", "url", "cpf", "cnpj", "phone", "cep", "uuid", "creditcard", "ipv4", "ipv6",
    };

    public bool IsNumber => Numbers.Contains(Type);

    public bool IsWhole => Type is "integer" or "int" or "long";

    /// <summary>Free text: any characters may come, the length is what is declared.</summary>
    public bool IsText => Texts.Contains(Type);

    public static ValueRules From(Parameter parameter)
    {
        var validator = parameter.Validate is { } v && Validators.Contains(v) ? v : null;
        return new ValueRules(parameter.Name, validator ?? parameter.Type.ToLowerInvariant())
        {
            Required = parameter.Required,
            Pattern = parameter.Pattern ?? (validator is null ? parameter.Validate : null),
            Min = parameter.Min,
            Max = parameter.Max,
            MinLength = parameter.MinLength,
            MaxLength = parameter.MaxLength,
            Enum = parameter.Enum,
            EmptyIsMissing = true,
        };
    }

    public static ValueRules From(FormField field) => new(field.Name, field.Type.ToLowerInvariant())
    {
        Required = field.Required,
        Pattern = field.Pattern,
        Min = field.Min,
        Max = field.Max,
        MinLength = field.MinLength,
        MaxLength = field.MaxLength,
        Enum = field.Options,
        EmptyIsMissing = true,
    };

    /// <summary>A form's field sends what its action's parameter reads: the parameter's rules win, the field's fill the gaps.</summary>
    public static ValueRules Merge(FormField field, Parameter? parameter)
    {
        var ofField = From(field);
        if (parameter is null) return ofField;
        var rules = From(parameter);
        return rules with
        {
            Type = rules.IsText ? ofField.Type : rules.Type,
            Pattern = rules.Pattern ?? ofField.Pattern,
            Min = rules.Min ?? ofField.Min,
            Max = rules.Max ?? ofField.Max,
            MinLength = rules.MinLength ?? ofField.MinLength,
            MaxLength = rules.MaxLength ?? ofField.MaxLength,
            Enum = rules.Enum.Count > 0 ? rules.Enum : ofField.Enum,
        };
    }
}
