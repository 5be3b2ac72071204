namespace Alicerce.Platform.Alerts;

/// <summary>A module's own reasons to alert, asked at each look by whichever process leads; the platform de-duplicates, reminds and says when it is over.</summary>
public interface IAlertSource
{
    Task<IReadOnlyList<Breach>> FindAsync(CancellationToken ct);
}
