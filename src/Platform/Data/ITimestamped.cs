namespace Alicerce.Platform.Data;

/// <summary>A row that tells when it was made and last changed; <see cref="ModuleDb"/> keeps both (S001-DB-03).</summary>
public interface ITimestamped
{
    DateTimeOffset CreatedAt { get; set; }

    DateTimeOffset UpdatedAt { get; set; }
}
