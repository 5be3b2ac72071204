using Alicerce.Cli.Server.Connection;

namespace Alicerce.Cli.Server;

/// <summary>Saves a file of the server; one that broke off leaves nothing behind.</summary>
internal static class Download
{
    public static async Task ToFileAsync(ServerClient client, string path, string file, CancellationToken ct)
    {
        var target = Path.GetFullPath(file);
        var draft = target + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using (var stream = File.Create(draft))
                await client.DownloadAsync(path, stream, ct);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{file}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
