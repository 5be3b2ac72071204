namespace Alicerce.Platform.Data.Migrations;

/// <summary>
/// Rows of the audit log are written and sealed, and nothing else. A trigger and no grant, because it also holds where the server works as the
/// owner of its tables; whoever takes it away is found out by the seals.
/// </summary>
internal static class AuditSql
{
    public const string Up = """
        CREATE FUNCTION platform.keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF OLD.seal_no IS NULL AND (to_jsonb(NEW) - 'seal_no' - 'seal') = (to_jsonb(OLD) - 'seal_no' - 'seal') THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION 'The audit log is only written and sealed: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER keep_audit_log BEFORE UPDATE OR DELETE ON platform.audit_log FOR EACH ROW EXECUTE FUNCTION platform.keep_audit_log();
        CREATE TRIGGER keep_all_audit_log BEFORE TRUNCATE ON platform.audit_log EXECUTE FUNCTION platform.keep_audit_log();
        """;

    public const string Down = "DROP FUNCTION platform.keep_audit_log() CASCADE;";
}
