namespace Alicerce.Engine.Generation.Values;

/// <summary>Long runs of one letter stand in a case as <c>{{$text-65536}}</c>: nobody wants to scroll past them in a case file.</summary>
internal static class LongText
{
    private const int Readable = 200;

    public static string Shorten(string value)
    {
        var kept = value.AsSpan().TrimEnd('x').Length;
        var run = value.Length - kept;
        return run > Readable ? $"{value.AsSpan(0, kept)}{{{{$text-{run}}}}}" : value;
    }
}
