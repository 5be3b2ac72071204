using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Outbound.Tests.Probes;

/// <summary>The npm packages <c>@grpc/grpc-js</c> and <c>grpc-health-check</c> as a process on loopback (<c>tests/oracle/grpc</c>); development only.</summary>
public sealed class GrpcServers : IAsyncLifetime
{
    private Process? _process;

    public Uri Health { get; private set; } = null!;

    public Uri Tls { get; private set; } = null!;

    /// <summary>A server without the health service.</summary>
    public Uri Bare { get; private set; } = null!;

    public string Thumbprint { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        Thumbprint = certificate.Thumbprint;
        _process = await NodeProgram.StartAsync("grpc", "server.mjs");
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { certificate = certificate.ExportCertificatePem(), key = key.ExportPkcs8PrivateKeyPem() }));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The servers ended: {await _process.StandardError.ReadToEndAsync()}");
        using var ports = JsonDocument.Parse(line);
        Health = new Uri($"http://{IPAddress.Loopback}:{ports.RootElement.GetProperty("health")}");
        Tls = new Uri($"https://{IPAddress.Loopback}:{ports.RootElement.GetProperty("tls")}");
        Bare = new Uri($"http://{IPAddress.Loopback}:{ports.RootElement.GetProperty("bare")}");
        _process.BeginErrorReadLine();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
