using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Alicerce.Cli.Tests.Server;
using Alicerce.Harness;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Cli.Tests.Models;

/// <summary>Serves the files of a tiny model, and parts of them, and their manifest.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    public const string Weights = "model.safetensors";
    public const string Model = "tiny-float32";

    private static readonly string s_root = Path.Combine(Repository.Root, "tests", "Vectors.Tests", "Bert", "reference", Model);
    private FakeServer _server = null!;

    public Dictionary<string, byte[]> Files { get; } = Directory.EnumerateFiles(s_root, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(s_root, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Each request: the file and the first byte that was asked for.</summary>
    public ConcurrentQueue<(string Path, long From)> Requests { get; } = [];

    /// <summary>What it does instead of answering, for the nth request of a file; returns false to answer after all.</summary>
    public Func<HttpContext, string, int, Task<bool>> Misbehave { get; set; } = (_, _, _) => Task.FromResult(false);

    public bool KnowsRanges { get; set; } = true;

    public string From => $"{_server.Url}/models/{{name}}";

    public static async Task<ModelHost> StartAsync()
    {
        var host = new ModelHost();
        host._server = await FakeServer.StartAsync(host.AnswerAsync);
        return host;
    }

    /// <summary>The manifest of the files as they are now.</summary>
    public byte[] Manifest(string name = Model) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name,
        files = Files.Select(file => new { path = file.Key, sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Value)), size = file.Value.Length }),
    });

    public string WriteManifest(TempFolder folder, string name = Model)
    {
        File.WriteAllBytes(folder["manifest.json"], Manifest(name));
        return folder["manifest.json"];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value![$"/models/{Model}/".Length..];
        var from = context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0;
        Requests.Enqueue((path, from));
        if (await Misbehave(context, path, Requests.Count(request => request.Path == path))) return;
        var bytes = path == "manifest.json" ? Manifest() : Files.GetValueOrDefault(path);
        if (bytes is null) context.Response.StatusCode = 404;
        else await SendAsync(context, bytes, from);
    }

    private async Task SendAsync(HttpContext context, byte[] bytes, long from)
    {
        if (from > 0 && KnowsRanges)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
            bytes = bytes[(int)from..];
        }

        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
