using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Alicerce.Engine.Cases.Files;

/// <summary>Where the first case of each key stands. Given to the readings of several files, it finds a key that two of them use.</summary>
/// <remarks>16 bytes a case and no objects, in small tables: 100,000 cases stay cheap, and no table that grows is copied whole.</remarks>
public sealed class KeyPlaces
{
    private readonly Dictionary<long, (int File, int Line)>?[] _places = new Dictionary<long, (int, int)>?[256];
    private readonly List<string> _files = [];
    private readonly Lock _turn = new();

    /// <summary>Where the case with this key stands, as <c>file:line</c>; null when none was read. May be asked while files are being read.</summary>
    public string? Find(string key)
    {
        var hash = Hash(key);
        lock (_turn)
            return _places[(byte)hash] is { } places && places.TryGetValue(hash, out var place) ? $"{_files[place.File]}:{place.Line}" : null;
    }

    /// <returns>Null when the key was free and is now taken; else where the case that has it stands, as <c>file:line</c>.</returns>
    internal string? Take(string key, string file, int line)
    {
        var hash = Hash(key);
        lock (_turn)
        {
            var places = _places[(byte)hash] ??= [];
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, hash, out bool taken);
            if (taken)
                return $"{_files[place.File]}:{place.Line}";
            place = (IndexOf(file), line);
            return null;
        }
    }

    /// <summary>Files are read one after another, so the one asked for is the last but for the first case of each.</summary>
    private int IndexOf(string file)
    {
        if (_files.Count == 0 || _files[^1] != file)
            _files.Add(file);
        return _files.Count - 1;
    }

    private static long Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return MemoryMarshal.Read<long>(hash);
    }
}
