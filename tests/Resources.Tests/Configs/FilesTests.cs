using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;
using Alicerce.Harness;
using Alicerce.Modules.Resources.Configs;
using Alicerce.Modules.Resources.Formats;

namespace Alicerce.Resources.Tests.Configs;

/// <summary>What each file says, and that the program it is for reads it.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_env_file_holds_variables_ports_services_datasources_and_secrets()
    {
        var file = EnvFile.Write(Facts.Shop, new Dictionary<string, string> { ["DB_PASSWORD"] = "p'w\"$x" });
        file.FileName.ShouldBe(".env.staging");
        var read = DotEnv.Read(file.Content).ToDictionary(entry => entry.Key, entry => entry.Value);
        read["GREETING"].ShouldBe("it's \"5 o'clock\" # $HOME");
        read["SHOP_WEB_PORT"].ShouldBe("8000");
        read["SHOP_DB_HOST"].ShouldBe("10.10.1.40");
        read["SHOP_WEB_URL"].ShouldBe("http://10.10.1.40:8000,http://10.10.1.42:8000");
        read["MAIN_DB_DATABASE"].ShouldBe("shop");
        read["DB_PASSWORD"].ShouldBe("p'w\"$x");
        file.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_given_twice_is_written_once_and_told()
    {
        var facts = Facts.Shop with { Variables = new Dictionary<string, string> { ["SHOP_WEB_PORT"] = "1", ["DB_PASSWORD"] = "in clear" } };
        var file = EnvFile.Write(facts, new Dictionary<string, string> { ["DB_PASSWORD"] = "kept" });
        DotEnv.Read(file.Content).Where(entry => entry.Key is "SHOP_WEB_PORT" or "DB_PASSWORD").Select(entry => $"{entry.Key}={entry.Value}").ShouldBe(["SHOP_WEB_PORT=1", "DB_PASSWORD=kept"]);
        file.Warnings.Count.ShouldBe(2);
        file.Warnings.ShouldAllBe(warning => !warning.Contains("kept") && !warning.Contains("clear"));
    }

    [Theory]
    [Trait("Trap", "T004-19")]
    [MemberData(nameof(Facts.Hostile), MemberType = typeof(Facts))]
    public async Task A_shell_reads_every_value_as_it_is(string value)
    {
        Requires.Program("bash");
        var file = EnvFile.Write(Facts.Shop with { Variables = new Dictionary<string, string> { ["HOSTILE"] = value } }, null);
        await File.WriteAllTextAsync(_folder["env"], file.Content, Ct);
        var (code, output, errors) = await Consumer.RunAsync("bash", "-c", "set -aeu; . \"$1\"; printf '<%s' \"$HOSTILE\"; printf '|%s' \"$SHOP_WEB_PORT\"", "bash", _folder["env"]);
        code.ShouldBe(0, errors);
        output.ShouldBe($"<{value}|8000");
        errors.ShouldBeEmpty();
        File.Exists("alicerce-injected").ShouldBeFalse();
    }

    [Fact]
    [Trait("Req", "S004-CFG-02")]
    public async Task Compose_reads_the_file_and_holds_no_secret_itself()
    {
        var file = ComposeFile.Write(Facts.Shop);
        file.Content.ShouldNotContain("DB_PASSWORD");
        file.Content.ShouldContain("- \".env.staging\"", Case.Sensitive);
        var root = Root(file);
        root["services"]!["shop-web"]!["image"]!.GetValue<string>().ShouldBe("registry.example/shop:1.2");
        root["services"]!["shop-web"]!["ports"]![0]!.GetValue<string>().ShouldBe("8000:8000");
        root["services"]!["shop-db"]!["ports"]![0]!.GetValue<string>().ShouldBe("5400:5432");
        root["services"]!["shop-cache"]!["ports"]![0]!.GetValue<string>().ShouldBe("127.0.0.1:6370:6379");
        root["networks"]!["shop-staging"].ShouldNotBeNull();
        root["services"]!["shop-web"]!["environment"]!["SHOP_DB_HOST"]!.GetValue<string>().ShouldBe("shop-db", "in the network a service has its own name");
        root["services"]!["shop-web"]!["environment"]!["SHOP_DB_PORT"]!.GetValue<string>().ShouldBe("5432");

        var (compose, printsJson) = await Consumer.ComposeAsync();
        var secrets = Facts.Hostile.Select((row, i) => (Key: $"H{i}", Value: row.Data)).Append(("DB_PASSWORD", "it's \"$5\" \\ # !")).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var env = EnvFile.Write(Facts.Shop, secrets);
        await File.WriteAllTextAsync(_folder["docker-compose.yml"], file.Content, Ct);
        await File.WriteAllTextAsync(_folder[".env.staging"], env.Content, Ct);
        var (code, output, errors) = await Consumer.RunAsync(compose[0], [.. compose[1..], "-f", _folder["docker-compose.yml"], "config", .. printsJson ? (string[])["--format", "json"] : []]);
        code.ShouldBe(0, errors);
        if (!printsJson) return;

        // Compose before version 2 has rules of its own for files of variables.
        var environment = JsonNode.Parse(output)!["services"]!["shop-db"]!["environment"]!;
        // In what it prints, Compose doubles each dollar so that it could be read again.
        var differing = secrets.Where(secret => environment[secret.Key]!.GetValue<string>().Replace("$$", "$") != secret.Value).Select(secret => secret.Key).ToList();
        differing.Where(key => !env.Warnings.Any(warning => warning.StartsWith($"{key} ", StringComparison.Ordinal))).Select(key => $"{key} {secrets[key]} {environment[key]}").ShouldBeEmpty();
        differing.ShouldNotContain("DB_PASSWORD");
        environment["GREETING"]!.GetValue<string>().Replace("$$", "$").ShouldBe(Facts.Shop.Variables["GREETING"]);
    }

    [Fact]
    public async Task A_service_that_declares_what_it_needs_is_given_nothing_else()
    {
        var web = new ConfigService("shop-web", "app", "10.10.1.40", 8000, "http", "/health", null, "registry.example/shop:1.2", Env: ["DB_PASSWORD", "SHOP_DB_PORT", "GREETING", "NOBODY_HAS_IT"]);
        var facts = Facts.Shop with { Services = [web, web with { Name = "shop-cache", Type = "cache", Env = [] }] };
        var file = ComposeFile.Write(facts);

        var services = Root(file)["services"]!;
        services["shop-web"]!["env_file"].ShouldBeNull();
        services["shop-web"]!["environment"]!["DB_PASSWORD"]!.GetValue<string>().ShouldBe("${DB_PASSWORD:?start with --env-file .env.staging}");
        services["shop-web"]!["environment"]!["SHOP_DB_PORT"]!.GetValue<string>().ShouldBe("5432", "what is meant within the network goes before the file");
        services["shop-cache"]!["env_file"].ShouldBeNull();
        services["shop-db"]!["env_file"]![0]!.GetValue<string>().ShouldBe(".env.staging");
        file.Warnings.ShouldBe(
        [
            "shop-web declares NOBODY_HAS_IT, which shop-staging has neither as a variable nor as a secret.",
            "These services are given all of .env.staging: shop-db. Register each with the metadata {\"env\": [\"NAME\"]} to give it only what it names.",
        ]);
        Should.Throw<ConfigMistakesException>(() => ConfigNames.Demand(facts with { Services = [web with { Env = ["A}b"] }] }));

        var (compose, _) = await Consumer.ComposeAsync();
        var env = EnvFile.Write(facts with { Variables = new Dictionary<string, string>(facts.Variables) { ["NOBODY_HAS_IT"] = "now" } }, new Dictionary<string, string> { ["DB_PASSWORD"] = "p4ss-word", ["API_KEY"] = "not for shop-web" });
        await File.WriteAllTextAsync(_folder["docker-compose.yml"], file.Content, Ct);
        await File.WriteAllTextAsync(_folder[".env.staging"], env.Content, Ct);
        string[] command = [.. compose[1..], "-f", _folder["docker-compose.yml"], "--env-file", _folder[".env.staging"], "config"];
        var (code, output, errors) = await Consumer.RunAsync(compose[0], command);
        code.ShouldBe(0, errors);
        var read = DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(output)).Document!.Root!["services"]!["shop-web"]!["environment"]!.AsObject();
        read["DB_PASSWORD"]!.GetValue<string>().ShouldBe("p4ss-word");
        read.ContainsKey("API_KEY").ShouldBeFalse();

        await File.WriteAllTextAsync(_folder[".env.staging"], "GREETING=x\n", Ct);
        (await Consumer.RunAsync(compose[0], command)).Errors.ShouldContain("start with --env-file .env.staging");
    }

    [Theory]
    [Trait("Req", "S004-CFG-03")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nginx_takes_the_file_with_and_without_TLS(bool ssl)
    {
        WriteCertificate();
        var file = NginxFile.Write(Facts.Shop, new NginxOptions("shop.example", ssl, ssl ? _folder["cert.pem"] : null, ssl ? _folder["key.pem"] : null));
        file.Content.ShouldContain("upstream shop-web {\n        server 10.10.1.40:8000 max_fails=3 fail_timeout=10s;\n        server 10.10.1.42:8000");
        file.Content.ShouldContain("proxy_pass https://shop-api;");
        file.Content.ShouldContain("server_name shop-web.shop.example;");
        file.Content.Contains("listen 443 ssl").ShouldBe(ssl);

        Requires.Program("nginx");
        await File.WriteAllTextAsync(_folder["nginx.conf"], file.Content, Ct);
        var (code, _, errors) = await Consumer.RunAsync("nginx", "-t", "-p", _folder.Path, "-e", "stderr", "-g", $"pid {_folder["pid"]};", "-c", _folder["nginx.conf"]);
        code.ShouldBe(0, errors);
    }

    [Fact]
    [Trait("Trap", "T004-21")]
    public void TLS_without_the_paths_of_its_files_is_refused_and_so_are_paths_that_mean_more_than_a_path()
    {
        Should.Throw<ConfigMistakesException>(() => NginxFile.Write(Facts.Shop, new NginxOptions("shop.example", true, null, null))).Mistakes.Count.ShouldBe(2);
        foreach (var path in new[] { "cert.pem", "/etc/$host.pem", "/etc/a b.pem", "/etc/x.pem; include /etc/passwd", "/etc/\n" })
            Should.Throw<ConfigMistakesException>(() => NginxFile.Write(Facts.Shop, new NginxOptions("shop.example", true, path, "/etc/key.pem"))).Mistakes.ShouldHaveSingleItem();
        Should.Throw<ConfigMistakesException>(() => NginxFile.Write(Facts.Shop, new NginxOptions("shop.example; }", false, null, null)));
        NginxFile.Write(Facts.Shop, new NginxOptions("shop.example", true, "/etc/ssl/cert.pem", "/etc/ssl/key.pem")).Content.ShouldContain("ssl_certificate_key /etc/ssl/key.pem;");
    }

    [Fact]
    public async Task Prometheus_takes_the_scrape_configuration()
    {
        var file = YamlFiles.Prometheus(Facts.Shop);
        var jobs = Root(file)["scrape_configs"]!.AsArray();
        jobs.Select(job => $"{job!["job_name"]} {job["scheme"]} {job["metrics_path"]} {job["static_configs"]![0]!["targets"]!.ToJsonString()}")
            .ShouldBe(["shop-staging-shop-api https /metrics [\"10.10.1.41:8010\"]", "shop-staging-shop-web http /metrics [\"10.10.1.40:8000\",\"10.10.1.42:8000\"]"]);
        Requires.Program("promtool");
        await File.WriteAllTextAsync(_folder["prometheus.yml"], file.Content, Ct);
        var (code, output, errors) = await Consumer.RunAsync("promtool", "check", "config", _folder["prometheus.yml"]);
        code.ShouldBe(0, output + errors);
    }

    [Fact]
    [Trait("Req", "S004-CFG-04")]
    public void The_other_files_say_what_is_known()
    {
        var quantum = Root(YamlFiles.Quantum(Facts.Shop));
        quantum["datasources"]!["main"]!["password"]!.GetValue<string>().ShouldBe("${secret:DB_PASSWORD}");
        quantum["ports"]!["shop-web"]!.GetValue<int>().ShouldBe(8000);
        quantum["variables"]!["GREETING"]!.GetValue<string>().ShouldBe(Facts.Shop.Variables["GREETING"]);
        quantum["settings"]!["base_url"]!.GetValue<string>().ShouldBe("https://shop.example");
        var traefik = Root(YamlFiles.Traefik(Facts.Shop, "shop.example"));
        traefik["http"]!["routers"]!["shop-web"]!["rule"]!.GetValue<string>().ShouldBe("Host(`shop-web.shop.example`)");
        traefik["http"]!["services"]!["shop-web"]!["loadBalancer"]!["servers"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [Trait("Trap", "T004-19")]
    [MemberData(nameof(Facts.Hostile), MemberType = typeof(Facts))]
    public void Every_text_comes_back_from_YAML(string text)
    {
        var yaml = ConfigYaml.Write(new JsonObject { [text] = text, ["list"] = new JsonArray(text, new JsonObject { ["a"] = text, [text] = new JsonArray() }), ["last"] = 1 });
        var read = DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(yaml));
        read.Problem.ShouldBeNull(yaml);
        var root = read.Document!.Root!;
        root[text]!.GetValue<string>().ShouldBe(text, yaml);
        root["list"]![0]!.GetValue<string>().ShouldBe(text, yaml);
        root["list"]![1]!["a"]!.GetValue<string>().ShouldBe(text, yaml);
        root["last"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Every_text_comes_back_from_a_reader_of_YAML_1_1()
    {
        Requires.Program("python3");
        var texts = Facts.Hostile.Select(row => row.Data).ToList();
        await File.WriteAllTextAsync(_folder["a.yml"], ConfigYaml.Write(new JsonObject { ["texts"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]) }), Ct);
        const string script = "import sys\ntry:\n  import yaml, json\nexcept ImportError:\n  sys.exit(77)\nprint(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))['texts']))";
        var (code, output, errors) = await Consumer.RunAsync("python3", "-c", script, _folder["a.yml"]);
        Assert.SkipWhen(code == 77, "Python's reader of YAML is not installed");
        code.ShouldBe(0, errors);
        JsonNode.Parse(output)!.AsArray().Select(text => text!.GetValue<string>()).ShouldBe(texts);
    }

    public static TheoryData<string> HostileNames => ["", "a b", "a\nb", "a;b", "$x", "a{b", "../a", "а", "a\"b", "#a", "-a"];

    [Theory]
    [Trait("Trap", "T004-19")]
    [MemberData(nameof(HostileNames))]
    public void A_name_that_is_not_plain_is_refused_before_anything_is_written(string name)
    {
        var port = new ConfigPort(name, "app", "forge", 8000, "*");
        var service = new ConfigService(name, "app", "forge", 8000, "http", null, null, null);
        ConfigFacts[] all =
        [
            Facts.Shop with { Project = name }, Facts.Shop with { Ports = [port] }, Facts.Shop with { Ports = [port with { Service = "web", Host = name }] }, Facts.Shop with { Services = [service] },
            Facts.Shop with { Services = [service with { Name = "web", Host = name }] }, Facts.Shop with { Services = [service with { Name = "web", HealthPath = name }] },
            Facts.Shop with { Services = [service with { Name = "web", Image = name }] }, Facts.Shop with { SecretKeys = [name] }, Facts.Shop with { Variables = new Dictionary<string, string> { [name] = "x" } },
            Facts.Shop with { Datasources = [new ConfigDatasource(name, "postgresql", "db", 1, "d", "u", null)] },
        ];
        foreach (var facts in all) Should.Throw<ConfigMistakesException>(() => ConfigNames.Demand(facts));
        ConfigNames.Demand(Facts.Shop);
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Should.Throw<ConfigMistakesException>(() => ConfigNames.Demand(Facts.Shop with { Project = "a b", SecretKeys = ["1"] })).Mistakes.Count.ShouldBe(2);

    [Fact]
    public void The_same_facts_give_the_same_files() =>
        Enumerable.Range(0, 3).Select(_ => ComposeFile.Write(Facts.Shop).Content + YamlFiles.Quantum(Facts.Shop).Content + EnvFile.Write(Facts.Shop, null).Content).Distinct().ShouldHaveSingleItem();

    private static JsonNode Root(GeneratedFile file)
    {
        var read = DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(file.Content));
        read.Problem.ShouldBeNull(file.Content);
        return read.Document!.Root!;
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(_folder["cert.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(_folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
    }
}
