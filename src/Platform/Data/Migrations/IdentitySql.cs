namespace Alicerce.Platform.Data.Migrations;

/// <summary>
/// Whatever changes who may come in wakes up every process, which then forgets the callers that it remembers. Triggers, because no statement
/// can leave them out; not on what is only noted down, such as when a token was last used.
/// </summary>
internal static class IdentitySql
{
    public const string Up = """
        CREATE FUNCTION platform.tell_identity_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('alicerce_identity', '');
            RETURN NULL;
        END $$;
        CREATE TRIGGER tell_identity_changed AFTER UPDATE OF role, name, is_active, deleted_at OR DELETE ON platform.users EXECUTE FUNCTION platform.tell_identity_changed();
        CREATE TRIGGER tell_identity_changed AFTER INSERT OR UPDATE OR DELETE ON platform.memberships EXECUTE FUNCTION platform.tell_identity_changed();
        CREATE TRIGGER tell_identity_changed AFTER UPDATE OF scope, expires_at, revoked_at OR DELETE ON platform.access_tokens EXECUTE FUNCTION platform.tell_identity_changed();
        CREATE TRIGGER tell_identity_changed AFTER UPDATE OF expires_at, revoked_at OR DELETE ON platform.sessions EXECUTE FUNCTION platform.tell_identity_changed();
        """;

    // Names were unique before: of namesakes, all but the first get their number.
    public const string Down = """
        DROP TRIGGER tell_identity_changed ON platform.users;
        DROP TRIGGER tell_identity_changed ON platform.memberships;
        DROP TRIGGER tell_identity_changed ON platform.access_tokens;
        DROP TRIGGER tell_identity_changed ON platform.sessions;
        DROP FUNCTION platform.tell_identity_changed();
        UPDATE platform.users u SET name = left(name, 80) || ' #' || id WHERE EXISTS (SELECT FROM platform.users o WHERE o.name = u.name AND o.id < u.id);
        """;
}
