using Alicerce.Platform.Alerts;
using Alicerce.Platform.Data.Rows;

namespace Alicerce.Platform.Audit;

/// <summary>Tells people that an older state of the database was put back: a rotated password may be the old one again.</summary>
internal sealed class SetBackAlert(AuditSealer sealer) : IAlertSource
{
    public Task<IReadOnlyList<Breach>> FindAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Breach>>(
        sealer.IsSetBack ? [new Breach("audit_set_back", "audit_log", "auditoria_retrocedida", Alert.Critical, "o banco voltou a um estado antigo: nada mais é selado, e segredos trocados podem ser os antigos (docs/audit.md)")] : []);
}
