using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

/// <summary>Who we are to Redis and who it is to us; and that a password stays where it belongs.</summary>
public sealed class RedisAccountTests : IDisposable
{
    private const string Password = "s3cret/p@ss";
    private const string EscapedPassword = "s3cret%2Fp%40ss";
    private readonly TempFolder _folder = new();
    private readonly RecordingLog<RedisClient> _log = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_acl_user_signs_in_and_may_do_what_its_rules_say()
    {
        await using var server = await RedisServer.StartAsync(Ct, "user default off", $"user cache on >{Password} ~cache:* &* +@all");
        await using var client = Connect($"redis://cache:{EscapedPassword}@127.0.0.1:{server.Port}/2");
        (await client.CallAsync(["ACL", "WHOAMI"], Ct)).Text.ShouldBe("cache");
        (await client.CallAsync(["CLIENT", "INFO"], Ct)).Text!.ShouldContain(" db=2 ");
        (await Should.ThrowAsync<RedisErrorException>(client.CallAsync(["GET", "other"], Ct))).Code.ShouldBe("NOPERM");
    }

    [Theory]
    [InlineData("user default off", "check user and password in REDIS_URL")]
    [InlineData("rename-command HELLO \"\"", "Redis 6 or newer is needed")]
    public async Task A_refused_account_is_explained_and_the_password_appears_nowhere(string setting, string expected)
    {
        await using var server = await RedisServer.StartAsync(Ct, setting);
        await using var client = Connect($"redis://cache:{EscapedPassword}@127.0.0.1:{server.Port}");
        var refused = await Should.ThrowAsync<RedisUnavailableException>(client.CallAsync(["PING"], Ct));
        refused.Message.ShouldContain(expected);
        var alsoRefused = await Should.ThrowAsync<RedisUnavailableException>(client.BlockingCallAsync(["BLPOP", "queue:test", 1], TimeSpan.FromSeconds(1), Ct));
        $"{refused} {alsoRefused} {_log.Text}".ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_channel_that_the_account_may_not_follow_is_reported_and_answers_stay_in_order()
    {
        await using var server = await RedisServer.StartAsync(Ct, $"user cache on >{Password} ~* resetchannels +@all");
        await using var client = Connect($"redis://cache:{EscapedPassword}@127.0.0.1:{server.Port}");
        client.Subscribe(new RedisSubscription("channel:closed", _ => { }, () => { }));
        await Eventually.BecomesTrueAsync(() => _log.Text.Contains("channel:closed cannot be followed", StringComparison.Ordinal), "the refusal is logged", Ct);
        (await client.CallAsync(["ECHO", "mine"], Ct)).Text.ShouldBe("mine");
    }

    [Fact]
    public async Task Over_tls_the_certificate_must_come_from_the_trusted_authority_and_name_the_host()
    {
        using var authorityKey = RSA.Create(2048);
        using var authority = Authority(authorityKey);
        await File.WriteAllTextAsync(_folder["ca.pem"], authority.ExportCertificatePem(), Ct);
        using var otherKey = RSA.Create(2048);
        using var other = Authority(otherKey);
        await File.WriteAllTextAsync(_folder["other.pem"], other.ExportCertificatePem(), Ct);
        await using var server = await RedisServer.StartAsync(tls: true, WriteCertificate(authority), Ct);

        await using var trusting = Connect($"{server.Url}?ca={_folder["ca.pem"]}");
        (await trusting.CallAsync(["ECHO", "sealed"], Ct)).Text.ShouldBe("sealed");
        foreach (var url in new[] { server.Url, $"{server.Url}?ca={_folder["other.pem"]}", $"{server.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}?ca={_folder["ca.pem"]}" })
        {
            await using var client = Connect(url);
            (await Should.ThrowAsync<RedisUnavailableException>(client.CallAsync(["PING"], Ct))).Message.ShouldContain("its certificate is not accepted");
        }
    }

    [Fact]
    public async Task What_redis_is_reached_by_becomes_an_endpoint_that_targets_may_not_reach()
    {
        await using var server = await RedisServer.StartAsync(Ct);
        var own = new OwnEndpoints([]);
        var guard = new ConnectGuard(new EgressPolicy { Allowed = ["127.0.0.1"], OwnEndpoints = own });
        using (await guard.ConnectAsync("127.0.0.1", server.Port, Ct)) own.ShouldBeEmpty();
        RedisUrl.TryParse(server.Url, out var options, out _).ShouldBeTrue();
        await using var client = new RedisClient(options, own, TimeProvider.System, _log);
        await client.CallAsync(["PING"], Ct);
        own.ShouldBe([new IPEndPoint(IPAddress.Loopback, server.Port)]);
        await Should.ThrowAsync<EgressRefusedException>(() => guard.ConnectAsync("127.0.0.1", server.Port, Ct));
    }

    private RedisClient Connect(string url)
    {
        RedisUrl.TryParse(url, out var options, out var problem).ShouldBeTrue(problem);
        return new RedisClient(options with { Timeout = TimeSpan.FromSeconds(10) }, new OwnEndpoints([]), TimeProvider.System, _log);
    }

    private static X509Certificate2 Authority(RSA key)
    {
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private string[] WriteCertificate(X509Certificate2 authority)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=redis", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, TimeProvider.System.GetUtcNow().AddMinutes(-30), TimeProvider.System.GetUtcNow().AddHours(1), [1, 2, 3]);
        File.WriteAllText(_folder["redis.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(_folder["redis.key"], key.ExportPkcs8PrivateKeyPem());
        return [$"tls-cert-file {_folder["redis.pem"]}", $"tls-key-file {_folder["redis.key"]}", $"tls-ca-cert-file {_folder["ca.pem"]}"];
    }
}
