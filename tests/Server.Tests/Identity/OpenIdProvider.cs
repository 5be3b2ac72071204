using System.Diagnostics;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>The npm package <c>oidc-provider</c> as a process on loopback (<c>tests/oracle/oidc</c>); development only.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_installing = new(1);
    private readonly Process _process;

    private OpenIdProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <param name="callback">Where it may send browsers back to.</param>
    public static async Task<OpenIdProvider> StartAsync(string callback, CancellationToken ct)
    {
        Requires.Program("npm");
        var process = Start(await InstalledAsync(ct), "node", "provider.mjs", callback);
        var issuer = await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException($"The provider ended: {await process.StandardError.ReadToEndAsync(ct)}");
        process.BeginErrorReadLine();
        return new OpenIdProvider(process, issuer);
    }

    /// <summary>It signs with a new key, and publishes that one only.</summary>
    public async Task RotateAsync(CancellationToken ct)
    {
        await _process.StandardInput.WriteLineAsync("rotate".AsMemory(), ct);
        await _process.StandardInput.FlushAsync(ct);
        (await _process.StandardOutput.ReadLineAsync(ct)).ShouldBe("rotated");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> InstalledAsync(CancellationToken ct)
    {
        var target = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "oracle", "oidc")).FullName;
        await s_installing.WaitAsync(ct);
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "oracle", "oidc"))) File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
            if (!Directory.Exists(Path.Combine(target, "node_modules", "oidc-provider")))
            {
                using var npm = Start(target, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
                var complaints = npm.StandardError.ReadToEndAsync(ct);
                await npm.StandardOutput.ReadToEndAsync(ct);
                await npm.WaitForExitAsync(ct);
                npm.ExitCode.ShouldBe(0, await complaints);
            }
        }
        finally
        {
            s_installing.Release();
        }

        return target;
    }

    private static Process Start(string folder, string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
