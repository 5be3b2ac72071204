namespace Alicerce.Modules.Resources.Ports;

/// <summary>Numbers behind which people and programs expect something certain: whoever gives one of them to something else should know it.</summary>
internal static class WellKnownPorts
{
    private static readonly Dictionary<int, string> s_names = new()
    {
        [21] = "FTP", [22] = "SSH", [23] = "Telnet", [25] = "SMTP", [53] = "DNS", [80] = "HTTP", [110] = "POP3", [143] = "IMAP", [389] = "LDAP", [443] = "HTTPS", [445] = "SMB", [465] = "SMTPS",
        [587] = "mail submission", [636] = "LDAPS", [993] = "IMAPS", [1433] = "SQL Server", [1521] = "Oracle", [1883] = "MQTT", [2049] = "NFS", [2375] = "Docker", [2376] = "Docker with TLS",
        [2379] = "etcd", [3306] = "MySQL", [3389] = "remote desktop", [4222] = "NATS", [4317] = "OpenTelemetry", [5000] = "a container registry", [5432] = "PostgreSQL", [5672] = "RabbitMQ",
        [6379] = "Redis", [6443] = "Kubernetes", [8080] = "the second HTTP port", [8443] = "the second HTTPS port", [9090] = "Prometheus", [9092] = "Kafka", [9200] = "Elasticsearch",
        [11211] = "memcached", [15672] = "RabbitMQ's console", [27017] = "MongoDB",
    };

    /// <summary>Below it, systems let only root listen.</summary>
    private const int FirstUnprivileged = 1024;

    public static IEnumerable<string> WarningsFor(int port, string? service = null)
    {
        if (s_names.TryGetValue(port, out var name)) yield return $"{port} is where {name} is expected{(service is null ? "" : $"; make sure that '{service}' is it")}.";
        if (port < FirstUnprivileged) yield return $"{port} is below {FirstUnprivileged}: most systems let only root listen there.";
    }
}
