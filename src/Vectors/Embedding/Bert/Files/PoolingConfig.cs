namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>How the vectors of a text's tokens become one: <c>1_Pooling/config.json</c>.</summary>
internal enum Pooling
{
    Mean,
    FirstToken,
}

/// <summary>Reads the pooling of a model; the mean when it says nothing.</summary>
internal static class PoolingConfig
{
    private const string Prefix = "pooling_mode_";

    public static Pooling Read(JsonFile? file)
    {
        if (file is null) return Pooling.Mean;
        if (file.Root.ValueKind != System.Text.Json.JsonValueKind.Object) throw file.Wrong("has to be an object.");
        var modes = file.Root.EnumerateObject().Where(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal) && file.Flag(member.Name) == true).Select(member => member.Name[Prefix.Length..]).ToList();
        return modes switch
        {
            [] or ["mean_tokens"] => Pooling.Mean,
            ["cls_token"] => Pooling.FirstToken,
            _ => throw file.Wrong($"the pooling '{string.Join(" + ", modes)}' is not supported; mean_tokens and cls_token are."),
        };
    }
}
