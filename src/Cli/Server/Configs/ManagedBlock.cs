namespace Alicerce.Cli.Server.Configs;

/// <summary>The part of a file that is generated, between two lines; all else in the file belongs to people.</summary>
internal static class ManagedBlock
{
    private const string Begin = "# alicerce:begin";
    private const string End = "# alicerce:end";

    /// <summary>What stands in the block of this kind now; null when the file has none.</summary>
    public static string? Find(string file, string kind) => Locate(file, kind) is { } place ? file[place.Inner..place.InnerEnd] : null;

    /// <summary>The file with new content in its block, which is added at the end when there is none.</summary>
    public static string Put(string file, string kind, string content)
    {
        content = content.EndsWith('\n') ? content : $"{content}\n";
        if (Locate(file, kind) is { } place) return $"{file[..place.Inner]}{content}{file[place.InnerEnd..]}";
        var apart = file.Length == 0 || file.EndsWith('\n') ? "" : "\n";
        return $"{file}{apart}{Begin} {kind}\n{content}{End}\n";
    }

    private static (int Inner, int InnerEnd)? Locate(string file, string kind)
    {
        (int Inner, int InnerEnd)? found = null;
        int? inner = null;
        var at = 0;
        foreach (var line in file.Split('\n'))
        {
            var next = Math.Min(at + line.Length + 1, file.Length);
            var text = line.TrimEnd('\r', ' ');
            if (text == $"{Begin} {kind}")
            {
                if (inner is not null || found is not null) throw Twice(kind);
                inner = next;
            }
            else if (text == End && inner is { } start)
            {
                (found, inner) = ((start, at), null);
            }
            else if (text.StartsWith(Begin, StringComparison.Ordinal) && inner is not null)
            {
                throw new UserError($"The block '{Begin} {kind}' is not closed: put a line '{End}' where it ends.");
            }

            at = next;
        }

        return inner is null ? found : throw new UserError($"The block '{Begin} {kind}' is not closed: put a line '{End}' where it ends.");
    }

    private static UserError Twice(string kind) => new($"The block '{Begin} {kind}' stands in the file twice: keep one of them.");
}
