using System.Security.Cryptography;

namespace Alicerce.Platform.Audit;

/// <summary>Walks the sealed rows in their order and stops at the first that is not as it was sealed.</summary>
internal sealed class AuditChain(IReadOnlyDictionary<string, AuditKey> keys, AuditHead kept)
{
    /// <summary>With this and <see cref="KeyRotated"/> alone may the log go on under another key: a restore that somebody ordered (D9).</summary>
    public const string Restored = "backup.restored";

    /// <summary>The master key was exchanged.</summary>
    public const string KeyRotated = "master_key.rotated";

    private readonly HashSet<string> _usedKeys = [];
    private string? _keyId;

    public AuditHead Head { get; private set; } = AuditHead.Beginning;

    /// <summary>Rows that say that the database was restored.</summary>
    public List<AuditRecord> Restores { get; } = [];

    /// <returns>What is wrong with the row, or with those before it; null when it follows.</returns>
    public AuditFault? Add(AuditRecord row)
    {
        var number = Head.Number + 1;
        if (row.SealNo != number) return new AuditFault("missing", null, number, $"The row that was sealed as number {number} is missing; after {Head.Number} comes {row.SealNo}.");
        if (!keys.TryGetValue(row.KeyId, out var key)) return new AuditFault("unknown_key", row.Id, number, $"Row {row.Id} is said to be written with the key '{row.KeyId}', which this server does not know.");
        if (row.KeyId != _keyId && !TakesOver(row)) return new AuditFault("unknown_key", row.Id, number, $"Row {row.Id} changes to the key '{row.KeyId}', and neither a restore nor an exchange of the master key was recorded there.");
        if (!key.IsOwn(row)) return new AuditFault("changed", row.Id, number, $"Row {row.Id} was changed after it was written, or was put in by hand.");
        var seal = key.SealOf(row, number, Head.Seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, row.Seal)) return new AuditFault("out_of_order", row.Id, number, $"Row {row.Id} was not sealed as number {number}: rows were exchanged, or one was put in by hand.");
        Head = new AuditHead(number, seal);
        if (number == kept.Number && !Head.Is(kept)) return new AuditFault("set_back", row.Id, number, $"Number {number} is another row than the one whose seal is kept outside the database: an older state was put back and went on.");
        if (row.Action == Restored) Restores.Add(row);
        return null;
    }

    /// <returns>What is missing behind the last row.</returns>
    public AuditFault? End() => Head.Number < kept.Number
        ? new AuditFault("set_back", null, Head.Number + 1, $"The log ends with number {Head.Number}, and the seal of number {kept.Number} is kept outside the database: the rows from {Head.Number + 1} on were deleted, or an older state was put back.")
        : null;

    // A key that was used before never comes back: who finds an old one can write nothing with it.
    private bool TakesOver(AuditRecord row)
    {
        var isBeginning = _keyId is null;
        _keyId = row.KeyId;
        return _usedKeys.Add(row.KeyId) && (isBeginning || row.Action is Restored or KeyRotated);
    }
}

/// <param name="Kind"><c>missing</c>, <c>changed</c>, <c>out_of_order</c>, <c>unsealed</c>, <c>set_back</c> or <c>unknown_key</c>.</param>
/// <param name="RowId">Of the first row that is wrong; null when it is not there.</param>
/// <param name="Number">Its place among the sealed rows.</param>
public sealed record AuditFault(string Kind, long? RowId, long? Number, string Message);
