using System.Globalization;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Audit;

/// <summary>The last seal that this data folder has seen.</summary>
public sealed record AuditHead(long Number, byte[] Seal)
{
    private const string Name = "audit.head";

    public static AuditHead Beginning { get; } = new(0, AuditKey.Beginning);

    public string SealText => Convert.ToHexStringLower(Seal);

    /// <returns>The beginning when nothing was ever kept here.</returns>
    public static AuditHead Read(DataRoot root)
    {
        var path = PathIn(root);
        if (!File.Exists(path)) return Beginning;
        var parts = File.ReadAllText(path).Trim().Split(' ');
        if (parts is [var number, { Length: 64 } seal] && long.TryParse(number, CultureInfo.InvariantCulture, out var no) && seal.All(char.IsAsciiHexDigit))
            return new AuditHead(no, Convert.FromHexString(seal));
        throw new StartupException($"'{path}', the last seal of the audit log, is damaged. Look whether 'alicerce audit verify' finds the log sound otherwise, then delete the file.");
    }

    public static string PathIn(DataRoot root) => root.File(Name);

    /// <summary>Outside the database, so that setting back the whole database is seen.</summary>
    public void Keep(DataRoot root) => root.WritePrivateFile(Name, string.Create(CultureInfo.InvariantCulture, $"{Number} {SealText}\n"));

    public bool Is(AuditHead other) => Number == other.Number && Seal.AsSpan().SequenceEqual(other.Seal);
}
