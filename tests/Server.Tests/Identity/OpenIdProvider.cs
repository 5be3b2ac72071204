using System.Diagnostics;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>The npm package <c>oidc-provider</c> as a process on loopback (<c>tests/oracle/oidc</c>); development only.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private readonly Process _process;

    private OpenIdProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <param name="callback">Where it may send browsers back to.</param>
    public static async Task<OpenIdProvider> StartAsync(string callback, CancellationToken ct)
    {
        var process = await NodeProgram.StartAsync("oidc", "provider.mjs", callback);
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
}
