using Npgsql;

namespace Alicerce.Server.Tests.Backups;

/// <summary>Number of rows and checksum of each table, but for what a restore itself writes down.</summary>
internal static class DatabaseContent
{
    public static async Task<string> ReadAsync(string connectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('platform', 'resources', 'testing') AND table_type = 'BASE TABLE' ORDER BY 1"))
        await using (var reader = await list.ExecuteReaderAsync(ct)) while (await reader.ReadAsync(ct)) tables.Add(reader.GetString(0));
        tables.Count.ShouldBeGreaterThan(15);
        var content = new List<string>();
        foreach (var table in tables)
        {
            var row = table switch
            {
                "platform.outbox" => "(to_jsonb(t) - 'transaction_id')::text",
                "platform.access_tokens" => "(to_jsonb(t) - 'last_used_at')::text",
                "platform.audit_log" => "(to_jsonb(t) - 'seal_no' - 'seal')::text",
                // A restore wraps the data key anew; what it seals stays.
                "resources.secrets" or "resources.secret_versions" => "(to_jsonb(t) || jsonb_build_object('encrypted_value', split_part(encrypted_value, '.', 4)))::text",
                _ => "t::text",
            };
            var where = table switch
            {
                "platform.audit_log" => " WHERE action NOT LIKE 'backup.%'",
                "platform.master_keys" => " WHERE false",
                _ => "",
            };
            await using var command = source.CreateCommand($"SELECT count(*) || ' ' || coalesce(md5(string_agg({row}, '|' ORDER BY {row})), '') FROM {table} t{where}");
            content.Add($"{table} {await command.ExecuteScalarAsync(ct)}");
        }

        return string.Join('\n', content);
    }
}
