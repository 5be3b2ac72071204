using Alicerce.Modules.Resources.Configs;

namespace Alicerce.Resources.Tests.Configs;

/// <summary>A shop on one machine, as the generators see it.</summary>
internal static class Facts
{
    public static ConfigFacts Shop { get; } = new(
        "shop", "staging", "10.10.1.40", "https://shop.example", IsProtected: false, new Dictionary<string, string> { ["language"] = "pt-BR", ["GREETING"] = "it's \"5 o'clock\" # $HOME" },
        [new("shop-cache", "cache", "10.10.1.40", 6370, "127.0.0.1"), new("shop-db", "database", "10.10.1.40", 5400, "*"), new("shop-web", "app", "10.10.1.40", 8000, "*")],
        [
            new("shop-api", "app", "10.10.1.41", 8010, "https", "/health", "/metrics", null, Public: true), new("shop-web", "app", "10.10.1.40", 8000, "http", "/health", null, "registry.example/shop:1.2", Public: true),
            new("shop-web", "app", "10.10.1.42", 8000, "http", "/health", null, null), new("stock", "app", "10.10.1.40", 9000, "grpc", null, null, null),
        ],
        [new("main", "postgresql", "10.10.1.40", 5400, "shop", "reader", "DB_PASSWORD")], ["DB_PASSWORD"]);

    /// <summary>Texts that break a file whose writer does not quote.</summary>
    public static TheoryData<string> Hostile =>
    [
        "", " ", "plain", "two words", "it's", "\"double\"", "it's \"both\"", "$HOME", "${HOME}", "$(touch alicerce-injected)", "`id`", "a#b", "a #b", "#", "!", "!!str x", "a\\b", "ends with \\", "\\n",
        "line\nbreak", "line\r\nbreak", "tab\there", "yes", "NO", "on", "true", "null", "~", "0777", "0x1F", "1e3", "1_000", "22:22", "12:30:45", "2024-01-01", "- a", "? a", ": a", "a: b", "a:", "{a: b}", "[a]", "*a", "&a",
        "%a", "@a", "|", ">", "'", "''", "\"", "é à ü ß", "日本語", "😀", "\u0085", "\u2028", "\uFEFF", "=", "a=b", "KEY=value", "' ; touch alicerce-injected ; '", "\"; proxy_pass http://evil; #", "</script>", "it's `id`", "\\`id`",
    ];
}
