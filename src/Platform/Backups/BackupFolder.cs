using System.Globalization;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Backups;

/// <summary>The folder of the data folder that backups go into, each named by its time in UTC (S001-INF-06).</summary>
public sealed class BackupFolder(DataRoot root)
{
    /// <summary>Of what is not complete yet.</summary>
    internal const string DraftExtension = ".part";

    private const string Prefix = "backup_";
    private const string Extension = ".alicerce";
    private const string TimeFormat = "yyyyMMdd'_'HHmmss";
    private static readonly TimeSpan LongestWriting = TimeSpan.FromDays(1);

    private string Path => root.PrivateFolder("backups");

    public string FileFor(DateTimeOffset time) => System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{Extension}"));

    /// <summary>One whose name is of the future, from a clock that was wrong, does not count.</summary>
    /// <returns>The time of the newest backup; null when there is none.</returns>
    internal DateTimeOffset? Newest(DateTimeOffset now) => Files().Where(file => file.Time <= now).Select(file => (DateTimeOffset?)file.Time).Max();

    /// <summary>Deletes backups that are older. Files of other names are not ours.</summary>
    internal void Forget(DateTimeOffset before)
    {
        foreach (var file in Files().Where(file => file.Time < before).ToList()) File.Delete(file.Path);
    }

    /// <summary>Deletes what killed processes left half written.</summary>
    internal void ForgetDrafts(DateTimeOffset now)
    {
        foreach (var draft in Directory.GetFiles(Path, $"*{DraftExtension}").Where(draft => File.GetLastWriteTimeUtc(draft) < (now - LongestWriting).UtcDateTime)) File.Delete(draft);
    }

    private IEnumerable<(string Path, DateTimeOffset Time)> Files()
    {
        foreach (var path in Directory.EnumerateFiles(Path, $"{Prefix}*{Extension}"))
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path)[Prefix.Length..];
            if (DateTimeOffset.TryParseExact(name, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) yield return (path, time);
        }
    }
}
