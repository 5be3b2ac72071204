namespace Alicerce.Modules.Scenarios.Migrations;

/// <summary>What the first migration needs and EF cannot say: the triggers of S000-DB-03 and -04, keys into the platform's schema, and the search of a cold index.</summary>
internal static class ChangeLogSql
{
    public const string PlatformKeys =
        "ALTER TABLE scenarios.scenarios ADD CONSTRAINT fk_scenarios_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;";

    /// <summary>Answers while no index is in memory (T000-27).</summary>
    public const string Words =
        "CREATE INDEX ix_scenarios_words ON scenarios.scenarios USING gin ((to_tsvector('portuguese', title) || to_tsvector('english', title)));";

    /// <summary>
    /// The notification only wakes: it carries no vector, which would not fit and could not be read back (T000-03, T000-05). What changes nothing that
    /// anybody searches, such as the column that pgvector keeps, is no change.
    /// </summary>
    public const string Triggers = """
        CREATE FUNCTION scenarios.notify_faiss_update() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            changed integer;
            change bigint;
        BEGIN
            IF TG_OP = 'DELETE' THEN changed := OLD.id; ELSIF TG_OP <> 'TRUNCATE' THEN changed := NEW.id; END IF;
            IF TG_OP = 'UPDATE' AND (OLD.id, OLD.title, OLD.description, OLD.project_id, OLD.tags) IS NOT DISTINCT FROM (NEW.id, NEW.title, NEW.description, NEW.project_id, NEW.tags) THEN
                RETURN NULL;
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.id <> NEW.id THEN
                INSERT INTO scenarios.scenario_changes (operation, scenario_id) VALUES ('DELETE', OLD.id);
            END IF;
            INSERT INTO scenarios.scenario_changes (operation, scenario_id) VALUES (TG_OP, changed) RETURNING version INTO change;
            PERFORM pg_notify('faiss_update', json_build_object('operation', TG_OP, 'id', changed, 'version', change)::text);
            RETURN NULL;
        END $$;
        CREATE TRIGGER faiss_trigger AFTER INSERT OR UPDATE OR DELETE ON scenarios.scenarios FOR EACH ROW EXECUTE FUNCTION scenarios.notify_faiss_update();
        CREATE TRIGGER faiss_truncate_trigger AFTER TRUNCATE ON scenarios.scenarios FOR EACH STATEMENT EXECUTE FUNCTION scenarios.notify_faiss_update();

        CREATE FUNCTION scenarios.notify_embeddings() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO scenarios.scenario_changes (operation, scenario_id)
            SELECT 'UPDATE', scenario_id FROM written
            WHERE scenario_id NOT IN (SELECT scenario_id FROM scenarios.scenario_changes WHERE transaction_id = pg_current_xact_id() AND scenario_id IS NOT NULL);
            IF FOUND THEN PERFORM pg_notify('faiss_update', json_build_object('operation', 'UPDATE', 'id', NULL)::text); END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER embeddings_insert_trigger AFTER INSERT ON scenarios.embeddings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION scenarios.notify_embeddings();
        CREATE TRIGGER embeddings_update_trigger AFTER UPDATE ON scenarios.embeddings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION scenarios.notify_embeddings();
        """;

    /// <summary>
    /// Where pgvector is, now or later, every vector of 384 numbers is kept in its type too, in a table that no backup holds: a backup has to be read where the
    /// extension is not. It runs as the owner, because the server's role may not make tables; it takes nothing from whoever calls it.
    /// </summary>
    public const string PgVector = """
        CREATE FUNCTION scenarios.use_pgvector() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            home text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'vector');
        BEGIN
            IF home IS NULL THEN RETURN false; END IF;
            PERFORM pg_advisory_xact_lock(hashtextextended('scenarios.use_pgvector', 0));
            IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('scenarios.pgvector_embeddings') AND attname = 'embedding' AND NOT attisdropped) THEN RETURN true; END IF;
            DROP TABLE IF EXISTS scenarios.pgvector_embeddings;
            EXECUTE format('CREATE TABLE scenarios.pgvector_embeddings (scenario_id integer PRIMARY KEY REFERENCES scenarios.scenarios (id) ON DELETE CASCADE, embedding %s.vector(384) NOT NULL)', home);
            EXECUTE format($f$
                CREATE OR REPLACE FUNCTION scenarios.keep_pgvector() RETURNS trigger LANGUAGE plpgsql AS $t$
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('scenarios.pgvector_embeddings') AND attname = 'embedding' AND NOT attisdropped) THEN RETURN NULL; END IF;
                    INSERT INTO scenarios.pgvector_embeddings SELECT scenario_id, vector::%1$s.vector FROM written WHERE dimensions = 384
                    ON CONFLICT (scenario_id) DO UPDATE SET embedding = EXCLUDED.embedding;
                    RETURN NULL;
                END $t$ $f$, home);
            DROP TRIGGER IF EXISTS keep_pgvector_insert_trigger ON scenarios.embeddings;
            DROP TRIGGER IF EXISTS keep_pgvector_update_trigger ON scenarios.embeddings;
            CREATE TRIGGER keep_pgvector_insert_trigger AFTER INSERT ON scenarios.embeddings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION scenarios.keep_pgvector();
            CREATE TRIGGER keep_pgvector_update_trigger AFTER UPDATE ON scenarios.embeddings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION scenarios.keep_pgvector();
            EXECUTE format('INSERT INTO scenarios.pgvector_embeddings SELECT DISTINCT ON (scenario_id) scenario_id, vector::%s.vector FROM scenarios.embeddings WHERE dimensions = 384', home);
            RETURN true;
        END $$;
        """;

    public const string DropFunctions = """
        DROP FUNCTION scenarios.notify_faiss_update();
        DROP FUNCTION scenarios.notify_embeddings();
        DROP FUNCTION scenarios.use_pgvector();
        DROP FUNCTION IF EXISTS scenarios.keep_pgvector();
        """;
}
