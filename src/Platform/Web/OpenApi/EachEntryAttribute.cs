namespace Alicerce.Platform.Web.OpenApi;

/// <summary>Tells the API's description what each entry of a list or map of texts looks like; the slice itself does the checking.</summary>
/// <param name="longest">Most characters of an entry.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachEntryAttribute(int longest) : Attribute
{
    public int Longest { get; } = longest;

    /// <summary>Regular expression that an entry matches.</summary>
    public string? Pattern { get; init; }
}
