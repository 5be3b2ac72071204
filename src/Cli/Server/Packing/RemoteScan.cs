using System.Net.Http.Headers;
using System.Text;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;
using Spectre.Console;

namespace Alicerce.Cli.Server.Packing;

/// <summary>Sends a packed project to be scanned, after saying what is sent.</summary>
internal static class RemoteScan
{
    private const int MostShown = 200;

    public static async Task<ServerAnswer<ScanAnswer>> RunAsync(ServerClient client, RemoteProject project, ProjectPack pack, CancellationToken ct)
    {
        using var parts = new MultipartFormDataContent();
        using var archive = new ByteArrayContent(pack.Archive);
        archive.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        parts.Add(archive, "archive", "project.zip");
        using var config = new StringContent(pack.Config ?? "", Encoding.UTF8);
        if (pack.Config is not null)
            parts.Add(config, "config");
        var content = await RequestContent.MultipartAsync(parts, ct);
        return await client.SendAsync(HttpMethod.Post, $"projects/{project.Id}/components/scan", content, ServerJson.Default.ScanAnswer, ct);
    }

    public static void ShowPack(ProjectPack pack, Uri server, IAnsiConsole console)
    {
        console.WriteLine($"Sends {pack.Files.Count} files ({pack.Archive.Length:N0} bytes packed) to {server}:");
        foreach (var file in pack.Files.Take(MostShown))
        {
            console.WriteLine($"  {PlainText.OneLine(file.Path)} ({file.Size:N0} bytes){(file.Removed.Count == 0 ? "" : $", without {PlainText.OneLine(string.Join(", ", file.Removed))}")}");
        }
        if (pack.Files.Count > MostShown)
            console.WriteLine($"  … and {pack.Files.Count - MostShown} more components");
        foreach (var left in pack.LeftOut)
            console.WriteLine($"  not sent: {PlainText.OneLine(left)}");
    }
}
