using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Vectors.Tests.Bert;

/// <summary>The tiny models beside <c>make_reference.py</c>, and what that independent implementation says of them.</summary>
internal static class Reference
{
    public const string Float32 = "tiny-float32";
    public const string Float16 = "tiny-float16";

    private static readonly string s_root = Path.Combine(Repository.Root, "tests", "Vectors.Tests", "Bert", "reference");
    private static readonly JsonElement s_expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_root, "expected.json"))).RootElement;

    public static string Folder(string model) => Path.Combine(s_root, model);

    public static IReadOnlyList<ReferenceCase> Cases(string model) =>
        [.. s_expected.GetProperty(model).GetProperty("cases").EnumerateArray().Select(one => new ReferenceCase(
            Units(one.GetProperty("text").GetString()!),
            [.. one.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())],
            Floats(one.GetProperty("vector"))))];

    /// <summary>The vectors of the third to the eighth text under another activation and pooling.</summary>
    public static IReadOnlyList<float[]> Variant(string model, string name) =>
        [.. s_expected.GetProperty(model).GetProperty("variants").GetProperty(name).EnumerateArray().Select(Floats)];

    /// <summary>A copy that a test may spoil.</summary>
    public static string CopyTo(TempFolder folder, string model)
    {
        foreach (var file in Directory.EnumerateFiles(Folder(model), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder[model], Path.GetRelativePath(Folder(model), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder[model];
    }

    // No decoder: it would mend half a surrogate pair.
    private static string Units(string hex) => string.Concat(hex.Chunk(4).Select(unit => (char)Convert.ToUInt16(new string(unit), 16)));

    private static float[] Floats(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetSingle())];
}

internal sealed record ReferenceCase(string Text, int[] Ids, float[] Vector)
{
    public override string ToString() => JsonSerializer.Serialize(Text);
}
