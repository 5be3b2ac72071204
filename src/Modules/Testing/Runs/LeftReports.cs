using Alicerce.Platform.Data;
using Microsoft.Extensions.Hosting;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Removes the report files that a killed server left: they hold what targets answered. A file that a process has open is of a server that
/// shares this data folder, and stays.
/// </summary>
internal sealed class LeftReports(DataRoot root) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(root.PrivateFolder(DownloadReport.Folder)))
        {
            try
            {
                using var alone = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or somebody else's.
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
