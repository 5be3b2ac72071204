using System.Globalization;
using Npgsql;

namespace Alicerce.Datasources;

/// <summary>Makes the open transaction read-only and limited, and decides whether this role on this cluster may be used at all.</summary>
internal static class SessionRules
{
    // Names are qualified because the role's search_path is not ours. Membership is asked of session_user too: SET ROLE goes back to it.
    private const string Questions = """
        select
          (select string_agg(distinct r.rolname, ', ') from pg_catalog.pg_roles r
            where (r.rolsuper or r.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))
              and (pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER') or pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER'))),
          exists (select from pg_catalog.pg_roles r where r.rolsuper and r.rolname in (session_user, current_user)),
          exists (select from pg_catalog.pg_extension e
            join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_extension'::regclass and d.refobjid = e.oid and d.classid = 'pg_catalog.pg_proc'::regclass
            where e.extname = 'dblink' and pg_catalog.has_function_privilege(d.objid, 'execute')
              and (select p.proname from pg_catalog.pg_proc p where p.oid = d.objid) in ('dblink', 'dblink_connect', 'dblink_connect_u', 'dblink_exec', 'dblink_send_query')),
          pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
        """;

    /// <summary>Sets the limits for this transaction and says why it must not go on; null when it may.</summary>
    public static async Task<string?> ApplyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, QueryLimits limits, IReadOnlySet<string> ownSystemIds, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
        batch.BatchCommands.Add(Setting("statement_timeout", limits.StatementTimeout));
        batch.BatchCommands.Add(Setting("lock_timeout", limits.LockTimeout));
        batch.BatchCommands.Add(Setting("idle_in_transaction_session_timeout", limits.Total));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Questions));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        for (var i = 0; i < 3; i++)
            await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var (powers, isSuperuser, canDblink, canTellCluster) = (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3));
        await reader.CloseAsync();

        if (isSuperuser)
            return "its role is a superuser; register a role that may only read what the cases need.";
        if (powers is not null)
            return $"its role is a member of {powers}, which reaches beyond the database; revoke the membership or register another role.";
        if (canDblink)
            return "its role may call dblink, which writes outside of the read-only transaction; revoke EXECUTE on the dblink functions from PUBLIC and from the role.";
        if (ownSystemIds.Count == 0)
            return null;
        if (!canTellCluster)
            return "its role may not call pg_control_system(), so nobody can tell that it is not Alicerce's own cluster; grant EXECUTE on it.";
        return ownSystemIds.Contains(await SystemIdAsync(connection, transaction, ct)) ? "it is Alicerce's own cluster." : null;
    }

    private static async Task<string> SystemIdAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select system_identifier::text from pg_catalog.pg_control_system()", connection, transaction);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static NpgsqlBatchCommand Setting(string name, TimeSpan value) => new("select pg_catalog.set_config($1, $2, true)")
    {
        Parameters = { new NpgsqlParameter { Value = name }, new NpgsqlParameter { Value = ((long)value.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) } },
    };
}
