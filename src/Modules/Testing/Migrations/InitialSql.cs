namespace Alicerce.Modules.Testing.Migrations;

/// <summary>What <see cref="Initial"/> needs and EF cannot say: partitions, functions of the owner, and keys into the platform's schema.</summary>
internal static class InitialSql
{
    /// <summary>Projects take everything of theirs along; a run outlives its environment (T004-73).</summary>
    public const string PlatformKeys = """
        ALTER TABLE testing.component_info ADD CONSTRAINT fk_component_info_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;
        ALTER TABLE testing.documents ADD CONSTRAINT fk_documents_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;
        ALTER TABLE testing.findings ADD CONSTRAINT fk_findings_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;
        ALTER TABLE testing.scan_sources ADD CONSTRAINT fk_scan_sources_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;
        ALTER TABLE testing.test_suites ADD CONSTRAINT fk_test_suites_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;
        ALTER TABLE testing.test_runs ADD CONSTRAINT fk_test_runs_environments FOREIGN KEY (environment_id) REFERENCES platform.environments (id) ON DELETE SET NULL;
        """;

    public const string Results = """
        CREATE SEQUENCE testing.test_results_id_seq AS bigint;
        CREATE TABLE testing.test_results (
            id bigint NOT NULL DEFAULT nextval('testing.test_results_id_seq'),
            run_day date NOT NULL,
            run_id integer NOT NULL,
            test_case_id integer NOT NULL,
            attempt integer NOT NULL DEFAULT 1,
            is_final boolean NOT NULL DEFAULT true,
            flaky boolean NOT NULL DEFAULT false,
            status character varying(50) NOT NULL,
            reason character varying(50),
            cause_key character varying(200),
            message text,
            started_at timestamp with time zone,
            finished_at timestamp with time zone,
            duration_ms double precision,
            response_json jsonb,
            error_message text,
            assertion_results_json jsonb,
            screenshot_path character varying(500),
            CONSTRAINT pk_test_results PRIMARY KEY (run_day, id),
            CONSTRAINT fk_test_results_test_runs_run_id FOREIGN KEY (run_id) REFERENCES testing.test_runs (id) ON DELETE CASCADE,
            CONSTRAINT fk_test_results_test_cases_test_case_id FOREIGN KEY (test_case_id) REFERENCES testing.test_cases (id) ON DELETE CASCADE
        ) PARTITION BY RANGE (run_day);
        ALTER SEQUENCE testing.test_results_id_seq OWNED BY testing.test_results.id;
        CREATE UNIQUE INDEX ix_test_results_attempt ON testing.test_results (run_day, run_id, test_case_id, attempt);
        CREATE INDEX ix_test_results_run ON testing.test_results (run_id, id);
        CREATE INDEX ix_test_results_case ON testing.test_results (test_case_id, id);
        """;

    /// <summary>
    /// They run as their owner because the server's role makes and drops no tables. Looking first keeps a day that is already there from
    /// locking the table.
    /// </summary>
    public const string Functions = """
        CREATE FUNCTION testing.make_result_partitions(first_day date, days integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $make$
        DECLARE
            day date;
            made integer := 0;
        BEGIN
            FOR i IN 0 .. least(days, 366) - 1 LOOP
                day := first_day + i;
                CONTINUE WHEN to_regclass(format('testing.test_results_%s', to_char(day, 'YYYYMMDD'))) IS NOT NULL;
                PERFORM pg_advisory_xact_lock(4711820261120);
                CONTINUE WHEN to_regclass(format('testing.test_results_%s', to_char(day, 'YYYYMMDD'))) IS NOT NULL;
                EXECUTE format('CREATE TABLE testing.test_results_%s PARTITION OF testing.test_results FOR VALUES FROM (%L) TO (%L)', to_char(day, 'YYYYMMDD'), day, day + 1);
                made := made + 1;
            END LOOP;
            RETURN made;
        END $make$;

        CREATE FUNCTION testing.drop_result_partitions(before_day date) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $drop$
        DECLARE
            partition name;
            dropped integer := 0;
        BEGIN
            FOR partition IN
                SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'testing.test_results'::regclass AND c.relname ~ '^test_results_[0-9]{8}$' AND to_date(right(c.relname, 8), 'YYYYMMDD') < before_day
            LOOP
                EXECUTE format('DROP TABLE testing.%I', partition);
                dropped := dropped + 1;
            END LOOP;
            RETURN dropped;
        END $drop$;

        SELECT testing.make_result_partitions((now() AT TIME ZONE 'UTC')::date, 8);
        """;

    public const string Down = """
        DROP FUNCTION testing.drop_result_partitions(date);
        DROP FUNCTION testing.make_result_partitions(date, integer);
        DROP TABLE testing.test_results;
        """;
}
