namespace Alicerce.Engine.Running.Verdicts;

/// <summary>Chooses the passed cases that keep their exchange: always the same ones for the same share, whatever the order.</summary>
internal static class PassedSample
{
    public static bool Takes(string key, double share) => share > 0 && Hash(key) < share * uint.MaxValue;

    /// <summary>FNV-1a with a final mix, because keys of one component differ only at their ends.</summary>
    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85ebca6bu;
        return hash ^ (hash >> 13);
    }
}
