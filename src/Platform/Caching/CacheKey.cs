namespace Alicerce.Platform.Caching;

/// <summary>
/// Names one cached thing, by everything that it depends on: the user or tenant too, where the answer differs by them (T001-56). Different parts never
/// make the same key.
/// </summary>
public readonly record struct CacheKey
{
    private CacheKey(string text) => Text = text;

    internal string Text { get; }

    /// <summary><c>cache:{service}:{entity}:{id}</c>, such as <c>cache:core:user:42</c>; an id may have several parts.</summary>
    public static CacheKey Of(string service, string entity, params ReadOnlySpan<object?> id)
    {
        if (id.IsEmpty) throw new ArgumentException("A key of one thing needs its id.", nameof(id));
        var text = $"cache:{Named(service)}:{Named(entity)}";
        for (var i = 0; i < id.Length; i++)
        {
            var part = KeyPart.Of(id[i]);
            // The keys of lists have this word here.
            text = $"{text}:{(i == 0 && part == "list" ? "%6Cist" : part)}";
        }

        return new CacheKey(text);
    }

    /// <summary><c>cache:{service}:{entity}:list:{hash}</c>: the answer of a question with these arguments, in this order.</summary>
    public static CacheKey List(string service, string entity, params ReadOnlySpan<object?> arguments) =>
        new($"cache:{Named(service)}:{Named(entity)}:list:{KeyPart.Hash(arguments)}");

    public override string ToString() => Text;

    private static string Named(string name) => name.Length > 0 ? KeyPart.Of(name) : throw new ArgumentException("A key needs the names of its service and its entity.", nameof(name));
}
