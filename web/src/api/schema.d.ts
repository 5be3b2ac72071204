// Generated from docs/api/openapi.json by "npm run api". Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process is alive
         * @description Open to everybody, without a token.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether everything the process needs answers
         * @description Open to everybody, without a token.
         */
        get: operations["get_health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this process counts, in the Prometheus text form
         * @description Nothing is changed by it.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects"];
        put?: never;
        /**
         * Create a project
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_projects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project
         * @description Nothing is changed by it.
         */
        get: operations["get_projects_by_id"];
        /**
         * Replace a project; its name, only as an admin
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_projects_by_id"];
        post?: never;
        /**
         * Delete a project with its environments, suites, cases and results
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_projects_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a project; its name, only as an admin
         * @description Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_projects_by_id"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the environments of a project, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects_by_project_id_environments"];
        put?: never;
        /**
         * Create an environment
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_projects_by_project_id_environments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/environments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an environment
         * @description Nothing is changed by it.
         */
        get: operations["get_environments_by_id"];
        /**
         * Replace an environment
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_environments_by_id"];
        post?: never;
        /**
         * Delete an environment with its datasources
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_environments_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of an environment
         * @description For admins only. Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_environments_by_id"];
        trace?: never;
    };
    "/api/v1/environments/{environment_id}/datasources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the datasources of an environment, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_environments_by_environment_id_datasources"];
        put?: never;
        /**
         * Create a datasource
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_environments_by_environment_id_datasources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a datasource
         * @description Nothing is changed by it.
         */
        get: operations["get_datasources_by_id"];
        /**
         * Replace a datasource
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_datasources_by_id"];
        post?: never;
        /**
         * Delete a datasource
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_datasources_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a datasource
         * @description For admins only. Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_datasources_by_id"];
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, the newest first; those with state dead wait to be retried or discarded
         * @description For admins only. The list grows: send `meta.next_cursor` back as `cursor` to go on.
         */
        get: operations["get_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a job is
         * @description Nothing is changed by it.
         */
        get: operations["get_jobs_by_id"];
        put?: never;
        post?: never;
        /**
         * Discard a dead job
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_jobs_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a job to end
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_jobs_by_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Queue a dead job again, with all its attempts
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_jobs_by_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password; sets the session's cookie
         * @description Open to everybody, without a token. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a page needs to begin: who is signed in, if anybody, and which ways in there are
         * @description Open to everybody, without a token.
         */
        get: operations["get_auth_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what for
         * @description Nothing is changed by it.
         */
        get: operations["get_auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own open sessions, the newest first
         * @description Nothing is changed by it.
         */
        get: operations["get_auth_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_auth_sessions_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password; ends all other sessions
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_auth_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password with a link that an admin made; ends all sessions
         * @description Open to everybody, without a token. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_auth_password_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link with which a user chooses a password; once, within 30 minutes
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_users_by_id_password_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes, as server-sent events; go on with Last-Event-ID
         * @description The connection stays open; after a break, `Last-Event-ID` resumes where it ended.
         */
        get: operations["get_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List findings, by file and line
         * @description `code` takes a whole code or its first part, such as `declared_not_enforced`; `confirmed` tells what the last run saw. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects_by_projectId_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs, the newest first
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_test_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A result with its requests, responses and assertions
         * @description Nothing is changed by it.
         */
        get: operations["get_test_results_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own access tokens, the newest first
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_auth_tokens"];
        put?: never;
        /**
         * Make an access token; it is shown this once
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_auth_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an access token at once
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_auth_tokens_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users, the newest first
         * @description For admins only. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_users"];
        put?: never;
        /**
         * Create a user, who then chooses a password with a link
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find users by a part of their name or address
         * @description For admins only. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_users_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user; others than oneself, as an admin
         * @description Nothing is changed by it.
         */
        get: operations["get_users_by_id"];
        /**
         * Replace a user
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_users_by_id"];
        post?: never;
        /**
         * Delete a user, with its tokens and sessions
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_users_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a user
         * @description For admins only. Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_users_by_id"];
        trace?: never;
    };
    "/api/v1/users/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a user come in again
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_users_by_id_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a user no longer come in
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_users_by_id_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a project, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects_by_project_id_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a user a member of a project, or change what a member may do
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_projects_by_project_id_members_by_user_id"];
        post?: never;
        /**
         * Take a member out of a project
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_projects_by_project_id_members_by_user_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schedules, by name
         * @description For admins only. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_schedules"];
        put?: never;
        /**
         * Create a schedule
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_schedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a schedule
         * @description For admins only.
         */
        get: operations["get_schedules_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule; jobs that it enqueued go on
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_schedules_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a schedule
         * @description For admins only. Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_schedules_by_id"];
        trace?: never;
    };
    "/api/v1/schedules/{id}/run-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enqueue its job now, besides its times
         * @description For admins only. It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_schedules_by_id_run_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metricas/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mean, longest and shortest of the last timings, by name
         * @description For admins only.
         */
        get: operations["get_admin_metricas_performance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metricas/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether something is slow, away or waits for too long, and the timings
         * @description For admins only.
         */
        get: operations["get_admin_metricas_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, the newest first; as an admin of a project, what concerns it
         * @description The list grows: send `meta.next_cursor` back as `cursor` to go on.
         */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole audit log and say which row is the first that is not as it was sealed
         * @description For admins only.
         */
        get: operations["get_audit_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts that fire or fired lately, the newest first
         * @description For admins only. The list grows: send `meta.next_cursor` back as `cursor` to go on.
         */
        get: operations["get_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List secrets, without their values
         * @description With `inherited=true`, what the project or environment inherits is listed too, unless a nearer secret of that key hides it; `scope` says where each is kept. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_secrets"];
        put?: never;
        /**
         * Set a secret: create it, or give it a new value
         * @description Give `value`, or `"generate": {"kind": "password"}` to have one made. Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a secret that is there a new value
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read one secret; who did is written to the audit log
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read what a process of an environment needs: its own secrets, then its project's, then the global ones, with references filled in
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take secrets from a dotenv file: all of it, or nothing
         * @description `"preview": true` says what would be created and updated. Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write secrets as a dotenv file
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a secret with its versions
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_resources_secrets_by_key"];
        options?: never;
        head?: never;
        /**
         * Change what is known of a secret beside its value
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_resources_secrets_by_key"];
        trace?: never;
    };
    "/api/v1/resources/secrets/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a secret, without their values
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one.
         */
        get: operations["get_resources_secrets_by_key_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/secrets/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an earlier value the present one again, as a new version
         * @description Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_secrets_by_key_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who holds which port, by host and port
         * @description The house's ports and those of the caller's projects. `include_released=true` shows history as well, with `latest=true` only what is free again, each port once; a host's other names are understood. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_ports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the hosts that ports are kept for
         * @description Those of the ports that the caller may see, released ones included. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_ports_hosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/check/{port}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Could this port be had, and if not, who has it?
         * @description `host` is localhost, the server's own machine, when left out: only there the operating system is asked too. What it says is advice; the list of ports decides.
         */
        get: operations["get_resources_ports_check_by_port"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/services/{service_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The port of a service on a host
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_ports_services_by_service_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/history/{port}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who held a port of a host, the newest first
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_ports_history_by_port"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the list of ports and the server's machine disagree
         * @description Ports that are allocated while nothing listens there, and ports that something listens on while nobody was given them: only localhost can be looked at. `disagreements` are services of all hosts that are registered at another port than the list says.
         */
        get: operations["get_resources_ports_drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a service a port
         * @description The same service on the same host gets the same port again; else the preferred port, else the first free one of the type's range. Send JSON, a form, or query parameters. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_ports_allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a port back
         * @description By `service_name`, or by `port` for a reservation that is for nobody, with `bind_address` where several hold it. History stays. Send JSON, a form, or query parameters. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_ports_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a port from being given
         * @description For a service, which then gets it, or for nobody yet; until `reserved_until`, or until it is released. Host `*` keeps it on every host. It may lie outside of all ranges. Send JSON, a form, or query parameters. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_ports_reserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over the ports of a compose file
         * @description Every published TCP port becomes an allocation, in `preview` nothing is stored. Ports that others hold are left out and named. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_ports_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/ranges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ranges of port types, and how full they are
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_ports_ranges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/ports/ranges/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the range of a port type, for all hosts or for one
         * @description A host's own range goes before the one of all hosts. Ranges that count for the same host do not overlap. Ports that were given stay given. For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_resources_ports_ranges_by_name"];
        post?: never;
        /**
         * Delete a range, such as a host's own
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_resources_ports_ranges_by_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the other names of hosts
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_hosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/hosts/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that two names are one machine
         * @description `PUT /resources/hosts/10.10.1.40` with `{"host": "forge"}`: from now on both share one set of ports. What the alias holds moves to the host; ports that collide are refused. For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        put: operations["put_resources_hosts_by_alias"];
        post?: never;
        /**
         * Forget another name of a host; its ports stay with the host
         * @description For admins only. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_resources_hosts_by_alias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/env/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate the .env of a project or environment, secrets included
         * @description For admins of the project; every secret that is read is written to the audit log, and the answer is not to be stored on its way. For admins only.
         */
        get: operations["get_resources_generate_env_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/docker-compose/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a docker-compose.yml with the allocated ports
         * @description Secrets stay in the env file, which the services refer to.
         */
        get: operations["get_resources_generate_docker_compose_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/nginx/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate an nginx.conf with an upstream for each public service
         * @description `include_ssl` is true when left out, and then needs `ssl_certificate` and `ssl_certificate_key`: paths on the machine of nginx. Public is what says so in its metadata (`public: true`, or a `domain`), or exactly what `services` names, separated by commas.
         */
        get: operations["get_resources_generate_nginx_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/quantum-config/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a quantum.config.yaml with all datasources and settings
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_generate_quantum_config_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/traefik/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a dynamic configuration for Traefik's file provider
         * @description Public is what says so in its metadata (`public: true`, or a `domain`), or exactly what `services` names, separated by commas.
         */
        get: operations["get_resources_generate_traefik_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/prometheus/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a scrape configuration for Prometheus
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_generate_prometheus_by_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/generate/template/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill in a template of your own with ports, hosts, variables and addresses
         * @description `{{port:shop-web}}`, `{{host:shop-web}}`, `{{url:shop-web}}`, `{{var:NAME}}`, `{{project}}`, `{{environment}}`, `{{host}}`, `{{base_url}}`. What cannot be filled in is listed with its line; values that are not plain say how they are quoted: `{{var:NAME|yaml}}`. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_generate_template_by_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List services and how they are, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_services"];
        put?: never;
        /**
         * Register a service; the same name, owner, host and port again updates it
         * @description A private address is taken from admins only, or when the settings list it. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_services"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the services of the list have been: uptime of a day and the latest latencies
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_resources_services_trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a service with its latest looks and its uptime
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_services_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a service is, or all of a type: the nearest that is not unhealthy first
         * @description Example: `?name=blog-db&project_id=1&environment_id=2`. Seen from that environment: its own, else the project's, else the house's.
         */
        get: operations["get_resources_services_discover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/deregister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget the instances of a service
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_services_deregister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a service lives
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_services_heartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/health-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at services now
         * @description Answers a map by name, in 20 seconds at the latest. What was looked at a moment ago is not asked again. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_resources_services_health_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/prometheus-sd": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The services that speak HTTP, for http_sd_configs of Prometheus
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_services_prometheus_sd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/services/traefik": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The services of a project's environment, for the HTTP provider of Traefik
         * @description Nothing is changed by it.
         */
        get: operations["get_resources_services_traefik"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/components/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan a project
         * @description Finds components, findings and API documents and brings the stored ones in line. Send one of: multipart/form-data with the field `archive` (.zip or .tar.gz) and, if wanted, `config` (the text of alicerce.yaml); JSON such as `{"path": "/srv/projects/shop"}` (a folder under ALICERCE_SCAN_ROOTS) or `{"openapi_url": "https://shop.example/openapi.json"}`; or no body, which scans the last source again. Also reachable as POST /projects/{id}/components/scan, answered without the envelope. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_projects_by_projectId_components_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List components, by path
         * @description `type` is page, layout, partial or api; `q` looks into path and name. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects_by_projectId_components"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/components/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals of a project's components
         * @description Nothing is changed by it.
         */
        get: operations["get_projects_by_projectId_components_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/components/{componentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a component
         * @description Nothing is changed by it.
         */
        get: operations["get_projects_by_projectId_components_by_componentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/test-suites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the suites of a project, by name
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_projects_by_projectId_test_suites"];
        put?: never;
        /**
         * Create a suite
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_projects_by_projectId_test_suites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/test-suites/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a suite from what scans found
         * @description Example: `{"name": "Auto Suite", "types": ["smoke", "api"], "seed": 1}`. The same name again merges by stable key: untouched cases follow the generator, hand edits stay, and what vanished becomes obsolete. `"preview": true` shows the difference and stores nothing. Also reachable as POST /projects/{id}/test-suites/generate, answered without the envelope. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_projects_by_projectId_test_suites_generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a suite
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a suite; the history of one that ran stays readable
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_test_suites_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a suite
         * @description Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_test_suites_by_id"];
        trace?: never;
    };
    "/api/v1/test-suites/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the cases of a suite as a case file
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a case file into a suite, by key
         * @description Send the file as application/yaml, or as the field `file` of multipart/form-data. A file with errors stores nothing and says where they are; `?preview=true` only shows the difference. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_test_suites_by_id_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of the project a suite tests
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{suiteId}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cases of a suite, in order
         * @description Filters: `kind`, `q` (part of name, key or target), `tag`, `source` (beginning of the generation source, or `manual`), `last_status`. The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_test_suites_by_suiteId_cases"];
        put?: never;
        /**
         * Create a case
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_test_suites_by_suiteId_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description Nothing is changed by it.
         */
        get: operations["get_test_cases_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a case; its results stay readable
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_test_cases_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a case
         * @description Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_test_cases_by_id"];
        trace?: never;
    };
    "/api/v1/test-suites/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a suite in the background; follow the links of the answer
         * @description It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_test_suites_by_id_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare the last runs of the environments, case by case
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last runs of a suite
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-suites/{id}/flaky-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases that passed and failed in turn, or passed only when tried again
         * @description Nothing is changed by it.
         */
        get: operations["get_test_suites_by_id_flaky_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run with its causes and first results
         * @description Nothing is changed by it.
         */
        get: operations["get_test_runs_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results of a run, as they were written
         * @description The list grows: send `meta.next_cursor` back as `cursor` to go on.
         */
        get: operations["get_test_runs_by_id_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a run that is under way
         * @description It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_test_runs_by_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a report: junit, ctrf, html or markdown
         * @description Nothing is changed by it.
         */
        get: operations["get_test_runs_by_id_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run, as server-sent events; go on with Last-Event-ID
         * @description The connection stays open; after a break, `Last-Event-ID` resumes where it ended.
         */
        get: operations["get_test_runs_by_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scenarios, the oldest first
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.
         */
        get: operations["get_scenarios"];
        put?: never;
        /**
         * Create a scenario; the answer names those that say nearly the same
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_scenarios"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over a file of scenarios: all of it or nothing
         * @description At most 10000 scenarios, as application/x-ndjson (`{"title": "…", "description": "…", "tags": ["…"]}` a line) or as text/csv with a header. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_scenarios_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download scenarios as a file that can be imported again
         * @description Nothing is changed by it.
         */
        get: operations["get_scenarios_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/from-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a scenario of a case
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_scenarios_from_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far this process is with its index of scenarios
         * @description Nothing is changed by it.
         */
        get: operations["get_scenarios_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scenario
         * @description Nothing is changed by it.
         */
        get: operations["get_scenarios_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a scenario
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        delete: operations["delete_scenarios_by_id"];
        options?: never;
        head?: never;
        /**
         * Change fields of a scenario
         * @description Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        patch: operations["patch_scenarios_by_id"];
        trace?: never;
    };
    "/api/v1/scenarios/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft case of a scenario, at the end of a suite
         * @description With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_scenarios_by_id_promote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest stored scenarios that mean what somebody types
         * @description Example: `?query=esqueci minha senha`. `mode=hybrid` sorts by `score`, of meaning and words; `mode=vector` by `similarity` alone, the cosine of query and title.
         */
        get: operations["get_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate-test-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill the catalogue with sample scenarios, as a job
         * @description It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent.
         */
        post: operations["post_generate_test_data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/components/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan a project
         * @description Finds components, findings and API documents and brings the stored ones in line. Send one of: multipart/form-data with the field `archive` (.zip or .tar.gz) and, if wanted, `config` (the text of alicerce.yaml); JSON such as `{"path": "/srv/projects/shop"}` (a folder under ALICERCE_SCAN_ROOTS) or `{"openapi_url": "https://shop.example/openapi.json"}`; or no body, which scans the last source again. Also reachable as POST /projects/{id}/components/scan, answered without the envelope. With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        post: operations["post_projects_by_projectId_components_scan_bare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/test-suites/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a suite from what scans found
         * @description Example: `{"name": "Auto Suite", "types": ["smoke", "api"], "seed": 1}`. The same name again merges by stable key: untouched cases follow the generator, hand edits stay, and what vanished becomes obsolete. `"preview": true` shows the difference and stores nothing. Also reachable as POST /projects/{id}/test-suites/generate, answered without the envelope. With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        post: operations["post_projects_by_projectId_test_suites_generate_bare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-suites/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a suite in the background; follow the links of the answer
         * @description It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        post: operations["post_test_suites_by_id_run_bare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run with its causes and first results
         * @description Nothing is changed by it. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        get: operations["get_test_runs_by_id_bare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scenarios, the oldest first
         * @description The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        get: operations["get_scenarios_bare"];
        put?: never;
        /**
         * Create a scenario; the answer names those that say nearly the same
         * @description With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        post: operations["post_scenarios_bare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scenario
         * @description Nothing is changed by it. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        get: operations["get_scenarios_by_id_bare"];
        put?: never;
        post?: never;
        /**
         * Delete a scenario
         * @description With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        delete: operations["delete_scenarios_by_id_bare"];
        options?: never;
        head?: never;
        /**
         * Change fields of a scenario
         * @description Fields that are left out stay as they are. With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        patch: operations["patch_scenarios_by_id_bare"];
        trace?: never;
    };
    "/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest stored scenarios that mean what somebody types
         * @description Example: `?query=esqueci minha senha`. `mode=hybrid` sorts by `score`, of meaning and words; `mode=vector` by `similarity` alone, the cosine of query and title. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        get: operations["get_suggest_bare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generate-test-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill the catalogue with sample scenarios, as a job
         * @description It answers at once and works on in the background. With an `Idempotency-Key` it is done once, however often the request is sent. The short address of the same operation: it answers the payload alone, without the envelope.
         */
        post: operations["post_generate_test_data_bare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AlertsAlertView: {
            /** Format: int32 */
            id: number;
            /** @description In the words of source 002, such as `performance_critica`. */
            tipo: string;
            /** @description `warning` or `critical`. */
            severidade: string;
            mensagem: string;
            /** @description `firing` or `resolved`. */
            state: string;
            /**
             * Format: date-time
             * @description Since when it was so.
             */
            since: string;
            /** Format: date-time */
            fired_at: null | string;
            /** Format: date-time */
            resolved_at: null | string;
            /**
             * Format: date-time
             * @description When the last message about it was queued; null: nobody was told.
             */
            notified_at: null | string;
        };
        AllocatePortInput: {
            service_name: string;
            /** @default app */
            port_type: string;
            /** @default localhost */
            host: string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** Format: int32 */
            preferred_port?: null | number;
            /** @default * */
            bind_address: string;
        };
        AllocatePortResponse: {
            success: boolean;
            /** Format: int32 */
            port: number;
            service: string;
            host: string;
            /** Format: int32 */
            id: number;
            port_type: string;
            bind_address: string;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
            is_new: boolean;
            warnings: string[];
        };
        ApiMedia: {
            schema: null | components["schemas"]["SchemaRef"];
            example?: unknown;
        };
        ApiOperation: {
            document: string;
            path: string;
            operation_id?: null | string;
            parameters?: components["schemas"]["ApiParameter"][];
            request_body?: null | components["schemas"]["ApiRequestBody"];
            responses?: {
                [key: string]: components["schemas"]["ApiResponse"];
            };
            security?: string[][];
            security_schemes?: {
                [key: string]: string;
            };
            deprecated?: boolean;
            tags?: string[];
            path_methods?: string[];
        };
        ApiParameter: {
            name: string;
            in: string;
            required: boolean;
            schema: components["schemas"]["SchemaRef"];
            example?: unknown;
        };
        ApiRequestBody: {
            required: boolean;
            content: {
                [key: string]: components["schemas"]["ApiMedia"];
            };
        };
        ApiResponse: {
            content: {
                [key: string]: components["schemas"]["ApiMedia"];
            };
            required_headers: string[];
        };
        Assertion: {
            type: string;
            subject?: null | string;
            operator?: null | string;
            value?: unknown;
            not?: boolean;
        };
        AssertionResult: {
            assertion: string;
            passed: boolean;
            expected: null | string;
            actual: null | string;
            message?: null | string;
        };
        AuditFault: {
            /** @description `missing`, `changed`, `out_of_order`, `unsealed`, `set_back` or `unknown_key`. */
            kind: string;
            /**
             * Format: int64
             * @description Of the first row that is wrong; null when it is not there.
             */
            row_id: null | number;
            /**
             * Format: int64
             * @description Its place among the sealed rows.
             */
            number: null | number;
            message: string;
        };
        AuditRestoreView: {
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            at: string;
            actor: string;
            details: unknown;
        };
        AuditRowView: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            actor: string;
            /** @description How the actor came in, such as `token:7` or `session:3`. */
            via: null | string;
            action: string;
            subject_type: string;
            subject_id: null | string;
            /** Format: int32 */
            project_id: null | number;
            request_id: null | string;
            ip: null | string;
            /** @description Names of what changed, and values that may be told. */
            details: unknown;
            /** @description `done` or `refused`. */
            outcome: string;
            /**
             * Format: int64
             * @description Its place among the sealed rows; null in its first second.
             */
            seal_no: null | number;
        };
        AuditVerificationView: {
            is_sound: boolean;
            /**
             * Format: int64
             * @description How many were read and found sound.
             */
            rows_sealed: number;
            /**
             * Format: int64
             * @description The last one whose seal is kept outside the database; none may be missing up to there.
             */
            kept_number: number;
            /** @description Where the log went on after a restore that somebody ordered. */
            restores: components["schemas"]["AuditRestoreView"][];
            fault: null | components["schemas"]["AuditFault"];
        };
        AuthLoginInput: {
            email: string;
            password: string;
        };
        AuthLoginView: {
            user: components["schemas"]["AuthMeView"];
            /** @description To be sent as `X-CSRF-Token` with every change. */
            csrf_token: string;
            /** Format: date-time */
            expires_at: string;
        };
        AuthMeView: {
            /** Format: int32 */
            id: number;
            name: string;
            email: null | string;
            /** @description In the house. */
            role: string;
            /** @description The most that this token or session may be used for. */
            scope: string;
            /** @description Roles in projects; an admin of the house needs none. */
            projects: components["schemas"]["AuthProjectRole"][];
            /** @description Of a browser's session; null for a token. */
            csrf_token: null | string;
            /** Format: date-time */
            session_expires_at: null | string;
        };
        AuthProjectRole: {
            /** Format: int32 */
            project_id: number;
            role: string;
        };
        AuthSessionView: {
            /** Format: int32 */
            id: number;
            is_this: boolean;
            user_agent: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        AuthStartView: {
            user: null | components["schemas"]["AuthMeView"];
            /** @description Whether `/api/v1/auth/oidc/start` leads to a provider of identities. */
            has_provider: boolean;
            /** @description Nobody has a password yet: the first admin comes in with the token of the data folder. */
            needs_setup: boolean;
        };
        BodyField: {
            name: string;
            value: string;
            file_name?: null | string;
            content_type?: null | string;
        };
        /** @enum {unknown} */
        BodyKind: "json" | "form" | "multipart" | "raw";
        CancelRunResponse: {
            /** Format: int32 */
            run_id: number;
            status: string;
        };
        Capture: {
            name: string;
            from: string;
            subject?: null | string;
            /** @default false */
            optional: boolean;
        };
        CaseBody: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            key?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /**
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             * @enum {unknown}
             */
            test_type?: "smoke" | "api" | "form" | "query" | "auth" | "edge" | "security" | "e2e" | "load";
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            target?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            method?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            input?: null | {
                query?: null | components["schemas"]["NameValue"][];
                headers?: null | components["schemas"]["NameValue"][];
                body?: null | components["schemas"]["RequestBody"];
                auth?: null | string;
                /** @default false */
                follow_redirects: boolean;
                captures?: null | components["schemas"]["Capture"][];
                sql?: null | string;
                arguments?: null | components["schemas"]["QueryArgument"][];
                steps?: null | components["schemas"]["Step"][];
            };
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            expected?: null | Record<string, never>;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            assertions?: null | components["schemas"]["Assertion"][];
            /**
             * Format: double
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            timeout?: number;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            retries?: number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            tags?: null | string[];
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            mutates?: boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            idempotent?: boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_active?: boolean;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            order?: number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            load?: null | {
                /** Format: int32 */
                users: number;
                /** Format: double */
                duration: number;
                /**
                 * Format: double
                 * @default 0
                 */
                max_error_rate: number;
                /** Format: double */
                max_p95?: null | number;
            };
        };
        CaseInputView: {
            query: components["schemas"]["NameValue"][];
            headers: components["schemas"]["NameValue"][];
            body: null | components["schemas"]["RequestBody"];
            auth: null | string;
            follow_redirects: boolean;
            captures: components["schemas"]["Capture"][];
            sql: null | string;
            arguments: null | components["schemas"]["QueryArgument"][];
            steps: null | components["schemas"]["Step"][];
        };
        /** @enum {unknown} */
        CaseKind: "smoke" | "api" | "form" | "query" | "auth" | "edge" | "security" | "e2e" | "load";
        CaseView: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            suite_id: number;
            /** Format: int32 */
            component_id: null | number;
            key: string;
            name: string;
            description: null | string;
            test_type: components["schemas"]["CaseKind"];
            target: string;
            method: string;
            input: components["schemas"]["CaseInputView"];
            expected: unknown;
            assertions: components["schemas"]["Assertion"][];
            /** Format: double */
            timeout: number;
            /** Format: int32 */
            retries: number;
            tags: string[];
            mutates: boolean;
            idempotent: boolean;
            is_active: boolean;
            /** Format: int32 */
            order: number;
            auto_generated: boolean;
            generation_source: null | string;
            component_path: null | string;
            probes_finding: null | string;
            edited: boolean;
            load: null | components["schemas"]["LoadBody"];
            last_result: null | components["schemas"]["LastResultView"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        CheckPortResponse: {
            /** Format: int32 */
            port: number;
            host: string;
            available: boolean;
            reason: null | string;
            holder: null | components["schemas"]["PortHolder"];
            process: null | components["schemas"]["LocalProcess"];
            /** Format: int32 */
            next_free: null | number;
            warnings: string[];
        };
        CheckServicesOutcome: {
            /** Format: int32 */
            id: number;
            status: string;
            /** Format: double */
            latency_ms: null | number;
            /** Format: date-time */
            last_check: null | string;
            reason: null | string;
            url: string;
            /** Format: int32 */
            consecutive_failures: number;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
        };
        CompareEnvironmentsDifference: {
            key: string;
            test_name: string;
            by_environment: {
                [key: string]: components["schemas"]["CompareEnvironmentsOutcome"];
            };
        };
        CompareEnvironmentsFailingCase: {
            test_name: string;
            reason: null | string;
            title: string;
        };
        CompareEnvironmentsOutcome: {
            status: string;
            reason: null | string;
        };
        CompareEnvironmentsResponse: {
            environments: components["schemas"]["CompareEnvironmentsSide"][];
            differences: components["schemas"]["CompareEnvironmentsDifference"][];
            failing: {
                [key: string]: components["schemas"]["CompareEnvironmentsFailingCase"][];
            };
        };
        CompareEnvironmentsSide: {
            /** Format: int32 */
            environment_id: number;
            name: string;
            /** Format: int32 */
            run_id: number;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            total: number;
            /** Format: double */
            percent: number;
            verdict: string;
        };
        ComponentAction: {
            name: string;
            method?: string;
            params?: components["schemas"]["Parameter"][];
            reachable?: boolean;
            declares_csrf?: boolean;
            requires_auth?: boolean;
            rate_limit?: null | string;
            redirect_to?: null | string;
            /** Format: int32 */
            redirect_status?: null | number;
            operation?: null | components["schemas"]["ApiOperation"];
            location?: components["schemas"]["SourceLocation"];
        };
        ComponentForm: {
            id?: null | string;
            action?: null | string;
            method?: string;
            encoding?: string;
            fields?: components["schemas"]["FormField"][];
            buttons?: components["schemas"]["FormField"][];
            location?: components["schemas"]["SourceLocation"];
        };
        ComponentFunction: {
            name: string;
            endpoint?: null | string;
            method?: string;
            params?: components["schemas"]["Parameter"][];
            auth?: null | string;
            location?: components["schemas"]["SourceLocation"];
        };
        ComponentQuery: {
            name: string;
            datasource?: null | string;
            sql: string;
            params?: components["schemas"]["QueryParameter"][];
            read_only?: boolean;
            location?: components["schemas"]["SourceLocation"];
        };
        /** @enum {unknown} */
        ComponentType: "page" | "layout" | "partial" | "api";
        ComponentView: {
            /** Format: int32 */
            id: number;
            file_path: string;
            component_name: string;
            component_type: components["schemas"]["ComponentType"];
            route: null | string;
            requires_auth: boolean;
            required_role: null | string;
            parameters: components["schemas"]["Parameter"][];
            actions: components["schemas"]["ComponentAction"][];
            queries: components["schemas"]["ComponentQuery"][];
            forms: components["schemas"]["ComponentForm"][];
            conditionals: components["schemas"]["Conditional"][];
            loops: components["schemas"]["Loop"][];
            includes: string[];
            functions: components["schemas"]["ComponentFunction"][];
            side_effects: string[];
            /** Format: int32 */
            line_count: number;
            /** Format: int32 */
            complexity_score: number;
            content_hash: string;
            /** Format: date-time */
            discovered_at: string;
            /** Format: date-time */
            file_modified_at: null | string;
            /** Format: date-time */
            removed_at: null | string;
        };
        Conditional: {
            expression: string;
            /** Format: int32 */
            branches: number;
        };
        /** @description Meta of a list that grows (S001-API-05): send NextCursor back as `cursor`. */
        CursorMeta: {
            /** Format: int32 */
            limit: number;
            has_more: boolean;
            next_cursor: null | string;
        };
        DatasourcesDatasourceInput: {
            /** @description As in a component's `datasource` attribute. */
            name: string;
            /** @description Such as `postgresql`; cases of a driver that is not built are skipped and say so. */
            driver: string;
            host: string;
            /** Format: int32 */
            port: number;
            database: string;
            username: string;
            /** @description Key of the secret that holds the password; a password itself is never taken. */
            secret_name?: null | string;
        };
        /** @description Fields to change; what is left out stays, null clears. */
        DatasourcesDatasourcePatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            driver?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            host?: string;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            port?: number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            database?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            username?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            secret_name?: null | string;
        };
        DatasourcesDatasourceView: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            environment_id: number;
            name: string;
            driver: string;
            host: string;
            /** Format: int32 */
            port: number;
            database: string;
            username: string;
            secret_name: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        Dependency: {
            name: string;
            /** @description `healthy` or `unhealthy`. */
            status: string;
            /** Format: double */
            latency_ms: number;
            /** @description Null while healthy. */
            reason: null | string;
        };
        DeregisterServiceInput: {
            name: string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            host?: null | string;
            /** Format: int32 */
            port?: null | number;
        };
        DeregisterServiceOutcome: {
            success: boolean;
            service: string;
            /** Format: int32 */
            removed: number;
        };
        DiscoverServicesInstance: {
            /** Format: int32 */
            id: number;
            name: string;
            service_type: string;
            host: string;
            /** Format: int32 */
            port: number;
            protocol: string;
            url: string;
            health_status: string;
            own_health_status: string;
            reason: null | string;
            /** Format: double */
            latency_ms: null | number;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
            metadata: unknown;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAlertsAlertViewListAndCursorMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AlertsAlertView"][];
            meta: null | components["schemas"]["CursorMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAllocatePortResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AllocatePortResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuditRowViewListAndCursorMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuditRowView"][];
            meta: null | components["schemas"]["CursorMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuditVerificationView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuditVerificationView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuthLoginView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuthLoginView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuthMeView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuthMeView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuthSessionViewList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuthSessionView"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfAuthStartView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["AuthStartView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfCancelRunResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["CancelRunResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfCaseView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["CaseView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfCaseViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["CaseView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfCheckPortResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["CheckPortResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfCompareEnvironmentsResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["CompareEnvironmentsResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfComponentView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ComponentView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfComponentViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ComponentView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfDatasourcesDatasourceView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["DatasourcesDatasourceView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfDatasourcesDatasourceViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["DatasourcesDatasourceView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfDeregisterServiceOutcome: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["DeregisterServiceOutcome"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfDictionaryOfStringAndCheckServicesOutcome: {
            /** @description Always `success`. */
            status: string;
            data: {
                [key: string]: components["schemas"]["CheckServicesOutcome"];
            };
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfEnvironmentsEnvironmentView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["EnvironmentsEnvironmentView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfEnvironmentsEnvironmentViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["EnvironmentsEnvironmentView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfExchangeScenariosImportResult: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ExchangeScenariosImportResult"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfExchangeSecretsExportedSecrets: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ExchangeSecretsExportedSecrets"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfExchangeSecretsImportedSecretList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ExchangeSecretsImportedSecret"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfFindPortsHostViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["FindPortsHostView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfFindingViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["FindingView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfFlakyCasesEntryList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["FlakyCasesEntry"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfGenerateConfigResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["GenerateConfigResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfGenerateSuiteAnswer: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["GenerateSuiteAnswer"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfGenerateTestDataStarted: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["GenerateTestDataStarted"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfHeartbeatOutcome: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["HeartbeatOutcome"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfImportComposeResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ImportComposeResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfIndexState: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["IndexState"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        "EnvelopeOfInstance[]": {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["DiscoverServicesInstance"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfJobView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["JobView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfJobViewListAndCursorMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["JobView"][];
            meta: null | components["schemas"]["CursorMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfManageHostsView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ManageHostsView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfManageHostsViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ManageHostsView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfManageRangesView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ManageRangesView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfManageRangesViewList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ManageRangesView"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfMembersMemberView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["MembersMemberView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfMembersMemberViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["MembersMemberView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPasswordLinkView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PasswordLinkView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPerformanceHealth: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PerformanceHealth"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPerformanceSummary: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PerformanceSummary"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPortDriftResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PortDriftResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPortView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PortView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPortViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PortView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfProjectsProjectView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ProjectsProjectView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfProjectsProjectViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ProjectsProjectView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfPromoteScenarioPromoted: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["PromoteScenarioPromoted"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfReadResultResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ReadResultResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfReadRunResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ReadRunResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfReadServiceDetails: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ReadServiceDetails"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfRegisterServiceResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["RegisterServiceResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfReleasePortResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ReleasePortResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfReservePortResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ReservePortResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfResolvedSecrets: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ResolvedSecrets"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfResultItemListAndCursorMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ResultItem"][];
            meta: null | components["schemas"]["CursorMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfRevealedSecret: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["RevealedSecret"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfRunHeadListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["RunHead"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfScanProjectAnswer: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ScanProjectAnswer"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfScanStats: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ScanStats"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfScenarioCreated: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ScenarioCreated"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfScenarioView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ScenarioView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfScenarioViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ScenarioView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSchedulesScheduleView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SchedulesScheduleView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSchedulesScheduleViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SchedulesScheduleView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSchedulesStartedJob: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SchedulesStartedJob"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSecretDeleted: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SecretDeleted"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSecretSet: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SecretSet"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSecretVersionViewList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SecretVersionView"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSecretView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SecretView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSecretViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SecretView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfServiceTrendsTrendListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ServiceTrendsTrend"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfServiceViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["ServiceView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfStartRunResponse: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["StartRunResponse"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuggestions: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["Suggestions"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuiteCoverageAnswer: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SuiteCoverageAnswer"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuiteFilesAnswer: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SuiteFilesAnswer"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuiteHistoryEntryList: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SuiteHistoryEntry"][];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuiteView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SuiteView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfSuiteViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["SuiteView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfTokensNewTokenView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["TokensNewTokenView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfTokensTokenViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["TokensTokenView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfUsersUserView: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["UsersUserView"];
            meta: null | components["schemas"]["NoMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        /** @description The one shape of success (S001-API-02). */
        EnvelopeOfUsersUserViewListAndPageMeta: {
            /** @description Always `success`. */
            status: string;
            data: components["schemas"]["UsersUserView"][];
            meta: null | components["schemas"]["PageMeta"];
            /** @description Always empty here: errors have a body of their own. */
            errors: components["schemas"]["ErrorDetail"][];
            /**
             * Format: date-time
             * @description When this answer was made, UTC (T001-05).
             */
            timestamp: string;
            request_id: string;
        };
        EnvironmentsEnvironmentInput: {
            /** @description Kebab-case, unique in the project; a run that names no environment uses `local`. */
            name: string;
            /**
             * Format: uri
             * @description Absolute http or https address.
             */
            base_url?: null | string;
            docker_host?: null | string;
            /** Format: int32 */
            port?: null | number;
            /**
             * @description Cases that change state are skipped here unless a suite allows them by name.
             * @default false
             */
            is_protected: boolean;
            /**
             * @description Lets runs reach this server itself.
             * @default false
             */
            is_self_test: boolean;
            variables?: null | {
                [key: string]: string;
            };
            /** @description Hosts, `name` or `name:port`, that secrets may be sent to. */
            approved_hosts?: null | string[];
        };
        /** @description Fields to change; what is left out stays, null clears. */
        EnvironmentsEnvironmentPatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /**
             * Format: uri
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            base_url?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            docker_host?: null | string;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            port?: null | number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_protected?: boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_self_test?: boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            variables?: null | {
                [key: string]: string;
            };
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            approved_hosts?: null | string[];
        };
        EnvironmentsEnvironmentView: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            project_id: number;
            name: string;
            base_url: null | string;
            docker_host: null | string;
            /** Format: int32 */
            port: null | number;
            is_protected: boolean;
            is_self_test: boolean;
            variables: {
                [key: string]: string;
            };
            approved_hosts: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description The one error body (S001-API-03). */
        ErrorBody: {
            /** @description Always `error`. */
            status: string;
            /** @description Upper-case word for the kind of failure, such as `VALIDATION_ERROR`. */
            code: string;
            message: string;
            details: {
                /** @description Path in the request such as `environments[0].base_url`; null when it concerns the whole request. */
                field: null | string;
                code: string;
                message: string;
            }[];
            /** @description The same as in the `X-Request-ID` header and in the logs. */
            request_id: string;
        };
        /** @description One mistake: where, a stable code, and a sentence for a person. */
        ErrorDetail: {
            /** @description Path in the request such as `environments[0].base_url`; null when it concerns the whole request. */
            field: null | string;
            code: string;
            message: string;
        };
        ExchangeScenariosImportResult: {
            /** Format: int32 */
            imported: number;
            /** Format: int32 */
            existing: number;
            ids: number[];
        };
        ExchangeSecretsExport: {
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @default false */
            inherited: boolean;
            /** @default false */
            global: boolean;
        };
        ExchangeSecretsExportedSecrets: {
            content: string;
            /** Format: int32 */
            count: number;
        };
        ExchangeSecretsImport: {
            content: string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @default false */
            preview: boolean;
        };
        ExchangeSecretsImportedSecret: {
            key: string;
            action: string;
        };
        FileProblem: {
            file: string;
            /** Format: int32 */
            line: number;
            /** Format: int32 */
            column: number;
            message: string;
            hint?: null | string;
            severity?: components["schemas"]["ProblemSeverity"];
        };
        FindPortsHostView: {
            host: string;
        };
        FindingView: {
            /** Format: int32 */
            id: number;
            finding_id: string;
            code: string;
            severity: string;
            file_path: string;
            /** Format: int32 */
            line: number;
            /** Format: int32 */
            column: number;
            message: string;
            hint: null | string;
            subject: null | string;
            confirmed: null | boolean;
            /** Format: date-time */
            last_seen: string;
        };
        FlakyCasesEntry: {
            /** Format: int32 */
            test_case_id: number;
            test_name: string;
            test_type: string;
            environment: null | string;
            /** Format: int32 */
            runs: number;
            /** Format: int32 */
            turns: number;
            /** Format: int32 */
            retried: number;
        };
        FormField: {
            name: string;
            type?: string;
            required?: boolean;
            value?: null | string;
            options?: string[];
            pattern?: null | string;
            /** Format: double */
            min?: null | number;
            /** Format: double */
            max?: null | number;
            /** Format: int32 */
            min_length?: null | number;
            /** Format: int32 */
            max_length?: null | number;
        };
        GenerateConfigResponse: {
            content: string;
            filename: string;
            warnings: string[];
        };
        GenerateConfigTemplate: {
            content: string;
            /** Format: int32 */
            environment_id?: null | number;
            filename?: null | string;
        };
        GenerateSuiteAnswer: {
            /** Format: int32 */
            id: null | number;
            /** Format: int32 */
            project_id: number;
            name: string;
            test_type: string;
            description: null | string;
            is_active: boolean;
            auto_run: boolean;
            config: unknown;
            /** Format: int32 */
            total_cases: number;
            diff: components["schemas"]["SuiteChanges"];
            warnings: components["schemas"]["GenerateSuiteWarning"][];
        };
        GenerateSuiteInput: {
            /** @default Auto Suite */
            name: string;
            types?: null | string[];
            /** Format: int32 */
            seed?: null | number;
            /** @default false */
            preview: boolean;
        };
        GenerateSuiteWarning: {
            code: string;
            severity: string;
            message: string;
            component_path: null | string;
        };
        GenerateTestDataInput: {
            /**
             * Format: int32
             * @default 10000
             */
            num_records: number;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            seed?: null | number;
        };
        GenerateTestDataStarted: {
            /** Format: int64 */
            job_id: number;
            status: string;
        };
        /** @description The process answers. */
        Health: {
            status: string;
            service: string;
            version: string;
        };
        /** @description What the process works with, one entry a dependency. */
        HealthReadiness: {
            /** @description `healthy`; `degraded` without something that it can do without; `unhealthy`, and 503, without something that it needs. */
            status: string;
            service: string;
            version: string;
            dependencies: components["schemas"]["Dependency"][];
        };
        HeartbeatInput: {
            name: string;
            host: string;
            /** Format: int32 */
            port: number;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
        };
        HeartbeatOutcome: {
            success: boolean;
            service: string;
            /** Format: date-time */
            next_before: string;
        };
        ImportComposeEntry: {
            service_name: string;
            /** Format: int32 */
            port: number;
            port_type: string;
            bind_address: string;
            /** Format: int32 */
            line: number;
            outcome: string;
            message: null | string;
            /** Format: int32 */
            container_port: number;
            image: null | string;
            part_of: null | string;
        };
        ImportComposeInput: {
            compose: string;
            /** @default localhost */
            host: string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @default false */
            preview: boolean;
        };
        ImportComposeResponse: {
            success: boolean;
            preview: boolean;
            host: string;
            ports: components["schemas"]["ImportComposeEntry"][];
            passed_over: components["schemas"]["PassedOver"][];
        };
        IndexState: {
            state: string;
            /** Format: int32 */
            scenarios: number;
            /** Format: int32 */
            vectors: number;
            model: null | string;
            kind: null | string;
            /** Format: double */
            graph_progress: null | number;
            place: null | string;
            /** Format: date-time */
            last_sync: null | string;
            /** Format: double */
            lag_seconds: null | number;
            is_pending: boolean;
            problem: null | string;
        };
        JobProgress: {
            /** Format: int32 */
            done: number;
            /**
             * Format: int32
             * @description Null while the amount of work is not known.
             */
            total: null | number;
            message: null | string;
        };
        JobView: {
            /** Format: int64 */
            id: number;
            type: string;
            /** @description `queued`, `running`, `succeeded`, `dead` or `cancelled`. */
            state: string;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            attempts: number;
            /** Format: int32 */
            max_attempts: number;
            progress: components["schemas"]["JobProgress"];
            cancel_requested: boolean;
            /** @description Why the last attempt failed. */
            error: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
        };
        JsonObject: Record<string, never>;
        LastResultView: {
            status: string;
            /** Format: int32 */
            run_id: number;
            /** Format: date-time */
            at: null | string;
        };
        LoadBody: {
            /** Format: int32 */
            users: number;
            /** Format: double */
            duration: number;
            /**
             * Format: double
             * @default 0
             */
            max_error_rate: number;
            /** Format: double */
            max_p95?: null | number;
        };
        LocalProcess: {
            /** Format: int32 */
            pid: number;
            name: string;
        };
        Loop: {
            type: string;
            source: null | string;
        };
        ManageHostsInput: {
            host: string;
        };
        ManageHostsView: {
            /** Format: int32 */
            id: number;
            alias: string;
            host: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        ManageRangesInput: {
            /** Format: int32 */
            start: number;
            /** Format: int32 */
            end: number;
            /** @default * */
            host: string;
            description?: null | string;
        };
        ManageRangesView: {
            /** Format: int32 */
            id: number;
            name: string;
            /** Format: int32 */
            start: number;
            /** Format: int32 */
            end: number;
            host: string;
            description: null | string;
            /** Format: int32 */
            size: number;
            /** Format: int32 */
            used: number;
            /** Format: int32 */
            free: number;
        };
        ManageScenariosInput: {
            title: string;
            /** @default  */
            description: null | string;
            /** Format: int32 */
            project_id?: null | number;
            tags?: null | string[];
        };
        ManageScenariosPatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            title?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            tags?: null | string[];
        };
        ManageSecretsSecretInput: {
            key: string;
            value?: null | string;
            generate?: null | components["schemas"]["SecretGenerator"];
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_sensitive?: boolean;
            /**
             * Format: date-time
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            expires_at?: null | string;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            owner_id?: null | number;
            facts?: components["schemas"]["SecretFacts"];
            name?: components["schemas"]["SecretName"];
        };
        ManageSecretsSecretPatch: {
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_sensitive?: boolean;
            /**
             * Format: date-time
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            expires_at?: null | string;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            owner_id?: null | number;
        };
        ManageSuitesSuiteInput: {
            name: string;
            /** @default mixed */
            test_type: string;
            description?: null | string;
            config?: null | components["schemas"]["JsonObject"];
            /** @default true */
            is_active: boolean;
            /** @default false */
            auto_run: boolean;
        };
        ManageSuitesSuitePatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            test_type?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            config?: null | Record<string, never>;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_active?: boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            auto_run?: boolean;
        };
        MembersMemberInput: {
            /** @description `viewer`, `developer` or `admin`; counts in this project instead of the user's own role. */
            role: string;
        };
        MembersMemberView: {
            /** Format: int32 */
            user_id: number;
            name: string;
            email: null | string;
            role: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        NameValue: {
            name: string;
            value: string;
        };
        /** @description Stands for "no meta" in an envelope; always null. */
        NoMeta: Record<string, never>;
        Owner: {
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            scope?: null | string;
        };
        /** @description Meta of a numbered page (S001-API-04). */
        PageMeta: {
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            per_page: number;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            total_pages: number;
            has_next: boolean;
            has_prev: boolean;
        };
        Parameter: {
            name: string;
            type?: string;
            required?: boolean;
            default?: null | string;
            source?: string;
            pattern?: null | string;
            /** Format: double */
            min?: null | number;
            /** Format: double */
            max?: null | number;
            /** Format: int32 */
            min_length?: null | number;
            /** Format: int32 */
            max_length?: null | number;
            enum?: string[];
            validate?: null | string;
            enforced?: boolean;
            location?: components["schemas"]["SourceLocation"];
        };
        PassedOver: {
            service: string;
            port: string;
            why: string;
            /** Format: int32 */
            line: number;
        };
        PasswordChangeInput: {
            current_password: string;
            new_password: string;
        };
        PasswordChooseInput: {
            token: string;
            new_password: string;
        };
        PasswordLinkView: {
            /** @description Shown this once; belongs behind `#token=` of the console's address, where no server and no log sees it. */
            token: string;
            /** Format: date-time */
            expires_at: string;
        };
        PerformanceHealth: {
            /** @description `healthy`, or `degraded` with any problem. */
            status: string;
            /** @description What is slow, does not answer or waits for too long. */
            problemas: string[];
            metricas: components["schemas"]["PerformanceSummary"];
        };
        /** @description What was timed and counted lately: one field a name beside the two fixed ones, as source 002 prints it (S002-MET-03). */
        PerformanceSummary: {
            contadores: {
                [key: string]: number;
            };
            erros: {
                [key: string]: number;
            };
        };
        PortDisagreement: {
            service_name: string;
            host: string;
            /** Format: int32 */
            registered_port: number;
            allocated_ports: number[];
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
        };
        PortDriftAllocated: {
            /** Format: int32 */
            port: number;
            service_name: null | string;
            port_type: string;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
        };
        PortDriftOpen: {
            /** Format: int32 */
            port: number;
            process: null | components["schemas"]["LocalProcess"];
        };
        PortDriftResponse: {
            host: string;
            closed: components["schemas"]["PortDriftAllocated"][];
            unknown: components["schemas"]["PortDriftOpen"][];
            own: number[];
            disagreements: components["schemas"]["PortDisagreement"][];
            is_complete: boolean;
        };
        PortHolder: {
            text: string;
            status: string;
            service?: null | string;
            project?: null | string;
            /** Format: int32 */
            project_id?: null | number;
            reason?: null | string;
        };
        PortView: {
            /** Format: int32 */
            id: number;
            service_name: null | string;
            label: string;
            /** Format: int32 */
            port: number;
            port_type: string;
            host: string;
            bind_address: string;
            status: string;
            is_reserved: boolean;
            reserved_reason: null | string;
            /** Format: date-time */
            reserved_until: null | string;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
            /** Format: date-time */
            allocated_at: string;
            /** Format: date-time */
            released_at: null | string;
            /** Format: date-time */
            last_health_check: null | string;
            health_status: null | string;
            /** Format: int32 */
            container_port: null | number;
            image: null | string;
            part_of: null | string;
        };
        /**
         * @default error
         * @enum {unknown}
         */
        ProblemSeverity: "warning" | "error";
        ProjectsProjectInput: {
            /** @description Kebab-case, unique. */
            name: string;
            description?: null | string;
        };
        /** @description Fields to change; what is left out stays, null clears. */
        ProjectsProjectPatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
        };
        ProjectsProjectView: {
            /** Format: int32 */
            id: number;
            name: string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        PrometheusDocumentGroup: {
            targets: string[];
            labels: {
                [key: string]: string;
            };
        };
        PromoteScenarioFromCaseInput: {
            /** Format: int32 */
            case_id: number;
        };
        PromoteScenarioInput: {
            /** Format: int32 */
            suite_id: number;
        };
        PromoteScenarioPromoted: {
            /** Format: int32 */
            case_id: number;
        };
        QueryArgument: {
            name: string;
            type: string;
            value: null | string;
        };
        QueryParameter: {
            name: string;
            type: string;
            value: null | string;
            /** @default false */
            nullable: boolean;
        };
        QuerySpec: {
            datasource: string;
            sql: string;
            arguments: components["schemas"]["QueryArgument"][];
        };
        ReadResultResponse: {
            /** Format: int64 */
            id: number;
            /** Format: int32 */
            run_id: number;
            /** Format: int32 */
            test_case_id: number;
            key: string;
            test_name: string;
            test_type: string;
            status: string;
            /** Format: double */
            duration_ms: number;
            error: null | string;
            reason: null | string;
            cause_key: null | string;
            /** Format: int32 */
            attempt: number;
            is_final: boolean;
            flaky: boolean;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
            steps: components["schemas"]["ReadResultResultStep"][];
            attempt_ids: number[];
        };
        ReadResultResultStep: {
            name: null | string;
            /** Format: double */
            duration_ms: number;
            request: null | components["schemas"]["RequestSnapshot"];
            response: null | components["schemas"]["ResponseSnapshot"];
            assertions: components["schemas"]["AssertionResult"][];
            curl: null | string;
        };
        ReadRunResponse: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            suite_id: number;
            suite: string;
            /** Format: int32 */
            environment_id: null | number;
            environment: null | string;
            base_url: string;
            status: string;
            triggered_by: string;
            /** Format: int32 */
            seed: number;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            skipped: number;
            /** Format: int32 */
            errors: number;
            /** Format: int32 */
            flaky: number;
            /** Format: int32 */
            findings_confirmed: number;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
            /** Format: int64 */
            duration_ms: null | number;
            message: null | string;
            causes: components["schemas"]["RunCause"][];
            results: components["schemas"]["ResultItem"][];
            /** Format: int32 */
            results_total: number;
            run: components["schemas"]["RunHead"];
        };
        ReadSecretsResolve: {
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            keys?: null | string[];
        };
        ReadSecretsRestore: {
            /** Format: int32 */
            version: number;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
        };
        ReadSecretsReveal: {
            key: string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
        };
        ReadServiceDependencyView: {
            name: string;
            /** Format: int32 */
            id: null | number;
            health_status: string;
        };
        ReadServiceDetails: {
            service: components["schemas"]["ServiceView"];
            /** Format: double */
            uptime: null | number;
            /** Format: int32 */
            looks: number;
            /** Format: double */
            average_latency_ms: null | number;
            history: components["schemas"]["ReadServiceLookView"][];
            hours: components["schemas"]["ReadServiceHourView"][];
            dependencies: components["schemas"]["ReadServiceDependencyView"][];
        };
        ReadServiceHourView: {
            /** Format: date-time */
            start: string;
            /** Format: int32 */
            looks: number;
            /** Format: int32 */
            good: number;
            /** Format: double */
            average_latency_ms: null | number;
        };
        ReadServiceLookView: {
            /** Format: date-time */
            checked_at: string;
            succeeded: boolean;
            /** Format: double */
            latency_ms: null | number;
            error: null | string;
        };
        RegisterServiceInput: {
            name: string;
            host: string;
            /** Format: int32 */
            port: number;
            /** @default app */
            service_type: string;
            protocol?: null | string;
            health_endpoint?: null | string;
            /**
             * Format: int32
             * @default 30
             */
            health_interval: number;
            /** Format: int32 */
            heartbeat_ttl?: null | number;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            depends_on?: null | string[];
            metadata?: null | components["schemas"]["JsonObject"];
        };
        RegisterServiceResponse: {
            warnings: string[];
            /** Format: int32 */
            id?: number;
            name?: string;
            service_type?: string;
            host?: string;
            /** Format: int32 */
            port?: number;
            protocol?: string;
            url?: string;
            health_endpoint?: null | string;
            /** Format: int32 */
            health_interval?: number;
            /** Format: int32 */
            heartbeat_ttl?: null | number;
            health_status?: string;
            own_health_status?: string;
            reason?: null | string;
            /** Format: double */
            latency_ms?: null | number;
            /** Format: date-time */
            last_health_check?: null | string;
            /** Format: date-time */
            last_heartbeat?: null | string;
            /** Format: date-time */
            status_since?: null | string;
            /** Format: int32 */
            consecutive_failures?: number;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            depends_on?: string[];
            is_approved?: boolean;
            metadata?: unknown;
            /** Format: date-time */
            registered_at?: string;
            /** Format: date-time */
            updated_at?: string;
        };
        ReleasePortInput: {
            service_name?: null | string;
            /** Format: int32 */
            port?: null | number;
            /** @default localhost */
            host: string;
            bind_address?: null | string;
        };
        ReleasePortResponse: {
            success: boolean;
            /** Format: int32 */
            port: number;
            service: null | string;
            host: string;
            ports: number[];
        };
        RequestBody: {
            kind: components["schemas"]["BodyKind"];
            text?: null | string;
            fields?: components["schemas"]["BodyField"][];
            content_type?: null | string;
        };
        RequestSnapshot: {
            method: string;
            url: string;
            headers: components["schemas"]["NameValue"][];
            body: null | string;
            curl: null | string;
        };
        RequestSpec: {
            method?: string;
            target: string;
            query?: components["schemas"]["NameValue"][];
            headers?: components["schemas"]["NameValue"][];
            body?: null | components["schemas"]["RequestBody"];
            auth?: null | string;
            follow_redirects?: boolean;
        };
        ReservePortInput: {
            /** Format: int32 */
            port: number;
            /** @default localhost */
            host: string;
            reason?: null | string;
            service_name?: null | string;
            /** Format: int32 */
            project_id?: null | number;
            /** Format: int32 */
            environment_id?: null | number;
            /** @default * */
            bind_address: string;
            /** Format: date-time */
            reserved_until?: null | string;
            port_type?: null | string;
        };
        ReservePortResponse: {
            success: boolean;
            /** Format: int32 */
            port: number;
            service: null | string;
            host: string;
            reservation: components["schemas"]["PortView"];
            warnings: string[];
        };
        ResolvedSecrets: {
            values: {
                [key: string]: string;
            };
        };
        ResponseSnapshot: {
            /** Format: int32 */
            status: number;
            headers: components["schemas"]["NameValue"][];
            body: null | string;
            /** Format: int64 */
            body_length: number;
            truncated: boolean;
        };
        ResultItem: {
            /** Format: int64 */
            id: number;
            /** Format: int32 */
            test_case_id: number;
            test_name: string;
            test_type: string;
            status: string;
            /** Format: double */
            duration_ms: number;
            error: null | string;
            reason: null | string;
            cause_key: null | string;
            /** Format: int32 */
            attempt: number;
            flaky: boolean;
        };
        RevealedSecret: {
            key: string;
            scope: string;
            /** Format: int32 */
            version: number;
            value: string;
        };
        RunCause: {
            cause_key: string;
            reason: null | string;
            title: string;
            /** Format: int32 */
            count: number;
            message: null | string;
            curl: null | string;
            sample_result_ids: number[];
        };
        RunHead: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            suite_id: number;
            suite: string;
            /** Format: int32 */
            environment_id: null | number;
            environment: null | string;
            base_url: string;
            status: string;
            triggered_by: string;
            /** Format: int32 */
            seed: number;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            skipped: number;
            /** Format: int32 */
            errors: number;
            /** Format: int32 */
            flaky: number;
            /** Format: int32 */
            findings_confirmed: number;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
            /** Format: int64 */
            duration_ms: null | number;
            message: null | string;
            is_cancelled: boolean;
        };
        ScanBody: {
            path?: null | string;
            openapi_url?: null | string;
            config?: null | string;
        };
        ScanProjectAnswer: {
            components: components["schemas"]["ComponentView"][];
            stats: components["schemas"]["ScanStats"];
            findings: components["schemas"]["FindingView"][];
            /** Format: int32 */
            findings_total: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            reused: number;
            removed: string[];
        };
        ScanStats: {
            /** Format: int32 */
            total_components: number;
            /** Format: int32 */
            total_actions: number;
            /** Format: int32 */
            total_queries: number;
            /** Format: int32 */
            total_forms: number;
            /** Format: int32 */
            total_conditionals: number;
            /** Format: int32 */
            total_includes: number;
            /** Format: int32 */
            total_lines: number;
            /** Format: double */
            avg_complexity: number;
        };
        ScenarioCreated: {
            /** Format: int32 */
            id: number;
            duplicates?: null | components["schemas"]["Suggestion"][];
            warning?: null | string;
        };
        ScenarioView: {
            /** Format: int32 */
            id: number;
            title: string;
            description: null | string;
            /** Format: int32 */
            project_id: null | number;
            tags: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        SchedulesScheduleInput: {
            /** @description Kebab-case, unique. */
            name: string;
            /** @description Five fields as in crontab, or Quartz's six or seven with the seconds first. */
            cron: string;
            /** @description The written name of a type of job, such as `testing.run_shard`. */
            job_type: string;
            /** @description What the job takes; `{}` when left out. */
            args?: unknown;
            /**
             * @description IANA name of the zone whose clocks the expression means.
             * @default UTC
             */
            time_zone: string;
            /**
             * @description False: it rests.
             * @default true
             */
            is_enabled: boolean;
            /**
             * @description For times that no server was up at: `run_once` makes up for all of them together, `skip` for none.
             * @default run_once
             */
            misfire: string;
        };
        /** @description Fields to change; what is left out stays. */
        SchedulesSchedulePatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            cron?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            job_type?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            args?: unknown;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            time_zone?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_enabled?: null | boolean;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            misfire?: string;
        };
        SchedulesScheduleView: {
            /** Format: int32 */
            id: number;
            name: string;
            cron: string;
            time_zone: string;
            job_type: string;
            args: unknown;
            is_enabled: boolean;
            misfire: string;
            /**
             * Format: date-time
             * @description Null when it rests or has no time left.
             */
            next_run_at: null | string;
            /**
             * Format: date-time
             * @description When its last job was enqueued by the clock.
             */
            last_run_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        SchedulesStartedJob: {
            /** Format: int64 */
            job_id: number;
        };
        SchemaRef: {
            ref: string;
        };
        SecretDeleted: {
            success: boolean;
            key: string;
            scope: string;
        };
        SecretFacts: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            description?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            is_sensitive?: boolean;
            /**
             * Format: date-time
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            expires_at?: null | string;
            /**
             * Format: int32
             * @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).
             */
            owner_id?: null | number;
        };
        SecretGenerator: {
            kind: string;
            /** Format: int32 */
            length?: null | number;
        };
        SecretName: {
            owner?: components["schemas"]["Owner"];
            key?: string;
        };
        SecretSet: {
            success: boolean;
            key: string;
            scope: string;
            /** Format: int32 */
            version: number;
            public_key: null | string;
        };
        SecretVersionView: {
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            written_at: string;
            is_present: boolean;
        };
        SecretView: {
            /** Format: int32 */
            id: number;
            key: string;
            scope: string;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
            /** Format: int32 */
            version: number;
            description: null | string;
            is_sensitive: boolean;
            /** Format: int32 */
            owner_id: null | number;
            /** Format: date-time */
            expires_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            last_rotated: null | string;
        };
        ServiceTrendsTrend: {
            /** Format: int32 */
            id: number;
            name: string;
            /** Format: double */
            uptime: null | number;
            latencies_ms: (null | number)[];
        };
        ServiceView: {
            /** Format: int32 */
            id: number;
            name: string;
            service_type: string;
            host: string;
            /** Format: int32 */
            port: number;
            protocol: string;
            url: string;
            health_endpoint: null | string;
            /** Format: int32 */
            health_interval: number;
            /** Format: int32 */
            heartbeat_ttl: null | number;
            health_status: string;
            own_health_status: string;
            reason: null | string;
            /** Format: double */
            latency_ms: null | number;
            /** Format: date-time */
            last_health_check: null | string;
            /** Format: date-time */
            last_heartbeat: null | string;
            /** Format: date-time */
            status_since: null | string;
            /** Format: int32 */
            consecutive_failures: number;
            /** Format: int32 */
            project_id: null | number;
            /** Format: int32 */
            environment_id: null | number;
            depends_on: string[];
            is_approved: boolean;
            metadata: unknown;
            /** Format: date-time */
            registered_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        SourceLocation: {
            /** Format: int32 */
            line?: number;
            /** Format: int32 */
            column?: number;
        };
        StartRunRequest: {
            /** Format: int32 */
            environment_id?: null | number;
            triggered_by?: null | string;
            /** Format: int32 */
            seed?: null | number;
            filter?: null | string[];
            tags?: null | string[];
            /** @default false */
            fail_fast: boolean;
            /** Format: int32 */
            parallel?: null | number;
            /** Format: double */
            rate?: null | number;
            /** Format: int32 */
            shards?: null | number;
        };
        StartRunResponse: {
            /** Format: int32 */
            run_id: number;
            status: string;
            links: components["schemas"]["StartRunResponseLinks"];
        };
        StartRunResponseLinks: {
            self: string;
            events: string;
        };
        Step: {
            name?: null | string;
            request?: null | components["schemas"]["RequestSpec"];
            query?: null | components["schemas"]["QuerySpec"];
            assertions?: components["schemas"]["Assertion"][];
            captures?: components["schemas"]["Capture"][];
        };
        Suggestion: {
            /** Format: int32 */
            id: number;
            title: string;
            /** Format: double */
            similarity: number;
            /** Format: double */
            score?: null | number;
            why?: null | string[];
            /** Format: int32 */
            same_title?: null | number;
        };
        Suggestions: {
            query: string;
            results: components["schemas"]["Suggestion"][];
        };
        SuiteChanges: {
            added: components["schemas"]["SuiteChangesNamed"][];
            updated: components["schemas"]["SuiteChangesNamed"][];
            /** Format: int32 */
            unchanged: number;
            kept_edited: components["schemas"]["SuiteChangesNamed"][];
            obsolete: components["schemas"]["SuiteChangesNamed"][];
            counts: components["schemas"]["SuiteChangesTotals"];
        };
        SuiteChangesNamed: {
            key: string;
            name: string;
        };
        SuiteChangesTotals: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            updated: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            kept_edited: number;
            /** Format: int32 */
            obsolete: number;
        };
        SuiteCoverageAnswer: {
            kinds: components["schemas"]["SuiteCoverageShare"][];
            /** Format: int32 */
            run_id: null | number;
        };
        SuiteCoverageShare: {
            kind: string;
            /** Format: int32 */
            discovered: number;
            /** Format: int32 */
            covered: number;
            /** Format: int32 */
            passed: number;
        };
        SuiteFilesAnswer: {
            stored: boolean;
            diff: components["schemas"]["SuiteChanges"];
            problems: components["schemas"]["FileProblem"][];
        };
        SuiteHistoryEntry: {
            /** Format: int32 */
            run_id: number;
            environment: null | string;
            status: string;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            skipped: number;
            /** Format: int32 */
            errors: number;
            /** Format: int32 */
            total: number;
            /** Format: int64 */
            duration_ms: null | number;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
        };
        SuiteView: {
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            project_id: number;
            name: string;
            test_type: string;
            description: null | string;
            is_active: boolean;
            auto_run: boolean;
            config: unknown;
            /** Format: int32 */
            total_cases: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        TokensNewTokenView: {
            /** Format: int32 */
            id: number;
            name: string;
            scope: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: null | string;
            /** @description Shown this once. */
            token: string;
        };
        TokensTokenInput: {
            name: string;
            /**
             * @description `read`, `write` or `admin`: the most that it may be used for, never more than you may. `self_test`, of admins, is for testing Alicerce itself.
             * @default write
             */
            scope: string;
            /**
             * Format: int32
             * @description 90 when left out.
             * @default 90
             */
            expires_in_days: number;
        };
        TokensTokenView: {
            /** Format: int32 */
            id: number;
            name: string;
            scope: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: null | string;
            /** Format: date-time */
            expires_at: null | string;
        };
        UsersUserInput: {
            email: string;
            name: string;
            phone?: null | string;
            /**
             * @description `viewer`, `developer` or `admin`; developer when left out.
             * @default developer
             */
            role: string;
        };
        /** @description Fields to change; what is left out stays, null clears. */
        UsersUserPatch: {
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            email?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            name?: string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            phone?: null | string;
            /** @description A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396). */
            role?: string;
        };
        UsersUserView: {
            /** Format: int32 */
            id: number;
            email: null | string;
            name: string;
            phone: null | string;
            role: string;
            is_active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReadiness"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReadiness"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfProjectsProjectViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectsProjectInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfProjectsProjectView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfProjectsProjectView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_projects_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectsProjectInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfProjectsProjectView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_projects_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_projects_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectsProjectPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfProjectsProjectView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_project_id_environments: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfEnvironmentsEnvironmentViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_project_id_environments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentsEnvironmentInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfEnvironmentsEnvironmentView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_environments_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfEnvironmentsEnvironmentView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_environments_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentsEnvironmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfEnvironmentsEnvironmentView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_environments_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_environments_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentsEnvironmentPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfEnvironmentsEnvironmentView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_environments_by_environment_id_datasources: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path: {
                environment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDatasourcesDatasourceViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_environments_by_environment_id_datasources: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                environment_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourcesDatasourceInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDatasourcesDatasourceView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_datasources_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDatasourcesDatasourceView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_datasources_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourcesDatasourceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDatasourcesDatasourceView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_datasources_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_datasources_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourcesDatasourcePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDatasourcesDatasourceView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_jobs: {
        parameters: {
            query?: {
                state?: "cancelled" | "dead" | "queued" | "running" | "succeeded";
                type?: string;
                /** @example NjIxMzU1OTY4MDAwMDAwMDAwLjA */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfJobViewListAndCursorMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_jobs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfJobView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_jobs_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_jobs_by_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfJobView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_jobs_by_id_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfJobView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_auth_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthLoginInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuthLoginView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_auth_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuthStartView"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_auth_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuthMeView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_auth_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuthSessionViewList"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_auth_sessions_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_auth_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_auth_password_choose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChooseInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_users_by_id_password_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPasswordLinkView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_changes: {
        parameters: {
            query?: {
                project_id?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_projectId_findings: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                code?: string;
                severity?: "error" | "info" | "warning";
                confirmed?: boolean;
            };
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfFindingViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs: {
        parameters: {
            query?: {
                suite_id?: number;
                project_id?: number;
                environment_id?: number;
                status?: "error" | "failed" | "passed" | "pending" | "running";
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfRunHeadListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_results_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfReadResultResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_auth_tokens: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfTokensTokenViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_auth_tokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokensTokenInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfTokensNewTokenView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_auth_tokens_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users: {
        parameters: {
            query?: {
                is_active?: boolean;
                search?: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersUserInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users_search: {
        parameters: {
            query: {
                q: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_users_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_users_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_users_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersUserPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_users_by_id_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_users_by_id_deactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfUsersUserView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_project_id_members: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfMembersMemberViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_projects_by_project_id_members_by_user_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                project_id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersMemberInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfMembersMemberView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_projects_by_project_id_members_by_user_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                project_id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_schedules: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSchedulesScheduleViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_schedules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulesScheduleInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSchedulesScheduleView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_schedules_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSchedulesScheduleView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_schedules_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_schedules_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulesSchedulePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSchedulesScheduleView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_schedules_by_id_run_now: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSchedulesStartedJob"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_admin_metricas_performance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPerformanceSummary"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_admin_metricas_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPerformanceHealth"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                subject?: string;
                project_id?: number;
                since?: string;
                until?: string;
                /** @example NjIxMzU1OTY4MDAwMDAwMDAwLjA */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuditRowViewListAndCursorMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_audit_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAuditVerificationView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_alerts: {
        parameters: {
            query?: {
                state?: "firing" | "resolved";
                /** @example NjIxMzU1OTY4MDAwMDAwMDAwLjA */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAlertsAlertViewListAndCursorMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_secrets: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                project_id?: number;
                environment_id?: number;
                scope?: "environment" | "global" | "project";
                inherited?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageSecretsSecretInput"];
                "application/x-www-form-urlencoded": components["schemas"]["ManageSecretsSecretInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretSet"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageSecretsSecretInput"];
                "application/x-www-form-urlencoded": components["schemas"]["ManageSecretsSecretInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretSet"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_reveal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadSecretsReveal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfRevealedSecret"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadSecretsResolve"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfResolvedSecrets"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeSecretsImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfExchangeSecretsImportedSecretList"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeSecretsExport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfExchangeSecretsExportedSecrets"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_resources_secrets_by_key: {
        parameters: {
            query?: {
                project_id?: number;
                environment_id?: number;
            };
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretDeleted"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_resources_secrets_by_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageSecretsSecretPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_secrets_by_key_versions: {
        parameters: {
            query?: {
                project_id?: number;
                environment_id?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretVersionViewList"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_secrets_by_key_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadSecretsRestore"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSecretSet"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports: {
        parameters: {
            query?: {
                /** @example forge */
                host?: string;
                project_id?: number;
                environment_id?: number;
                /** @example app */
                port_type?: string;
                status?: "allocated" | "released" | "reserved";
                include_released?: boolean;
                latest?: boolean;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPortViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_hosts: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfFindPortsHostViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_check_by_port: {
        parameters: {
            query?: {
                /** @example forge */
                host?: string;
            };
            header?: never;
            path: {
                port: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCheckPortResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_services_by_service_name: {
        parameters: {
            query?: {
                /** @example forge */
                host?: string;
            };
            header?: never;
            path: {
                service_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPortView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_history_by_port: {
        parameters: {
            query?: {
                /** @example forge */
                host?: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path: {
                port: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPortViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_drift: {
        parameters: {
            query?: {
                host?: "localhost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPortDriftResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_ports_allocate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocatePortInput"];
                "application/x-www-form-urlencoded": components["schemas"]["AllocatePortInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfAllocatePortResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_ports_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleasePortInput"];
                "application/x-www-form-urlencoded": components["schemas"]["ReleasePortInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfReleasePortResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_ports_reserve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservePortInput"];
                "application/x-www-form-urlencoded": components["schemas"]["ReservePortInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfReservePortResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_ports_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportComposeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfImportComposeResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_ports_ranges: {
        parameters: {
            query?: {
                /** @example forge */
                host?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfManageRangesViewList"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_resources_ports_ranges_by_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageRangesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfManageRangesView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_resources_ports_ranges_by_name: {
        parameters: {
            query: {
                /** @example forge */
                host: string;
            };
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_hosts: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfManageHostsViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_resources_hosts_by_alias: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                alias: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageHostsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfManageHostsView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_resources_hosts_by_alias: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                alias: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_env_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_docker_compose_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_nginx_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
                /** @example shop.example */
                domain?: string;
                include_ssl?: boolean;
                /** @example /etc/ssl/shop.pem */
                ssl_certificate?: string;
                /** @example /etc/ssl/shop.key */
                ssl_certificate_key?: string;
                /** @example shop-web,shop-api */
                services?: string;
                /** @example 127.0.0.11 */
                resolver?: string;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_quantum_config_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_traefik_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
                /** @example shop.example */
                domain?: string;
                /** @example shop-web,shop-api */
                services?: string;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_generate_prometheus_by_project_id: {
        parameters: {
            query?: {
                environment_id?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_generate_template_by_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateConfigTemplate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateConfigResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services: {
        parameters: {
            query?: {
                service_type?: "app" | "cache" | "database" | "gateway" | "queue";
                project_id?: number;
                environment_id?: number;
                status?: "degraded" | "healthy" | "unhealthy" | "unknown";
                /** @example blog-db */
                name?: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfServiceViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_services: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterServiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfRegisterServiceResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services_trends: {
        parameters: {
            query?: {
                service_type?: "app" | "cache" | "database" | "gateway" | "queue";
                project_id?: number;
                environment_id?: number;
                status?: "degraded" | "healthy" | "unhealthy" | "unknown";
                /** @example blog-db */
                name?: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfServiceTrendsTrendListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfReadServiceDetails"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services_discover: {
        parameters: {
            query?: {
                /** @example blog-db */
                name?: string;
                type?: "app" | "cache" | "database" | "gateway" | "queue";
                project_id?: number;
                environment_id?: number;
                healthy_only?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfInstance[]"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_services_deregister: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeregisterServiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDeregisterServiceOutcome"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_services_heartbeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeartbeatInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfHeartbeatOutcome"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_resources_services_health_check: {
        parameters: {
            query?: {
                service_type?: "app" | "cache" | "database" | "gateway" | "queue";
                project_id?: number;
                environment_id?: number;
                status?: "degraded" | "healthy" | "unhealthy" | "unknown";
                /** @example blog-db */
                name?: string;
            };
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfDictionaryOfStringAndCheckServicesOutcome"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services_prometheus_sd: {
        parameters: {
            query?: {
                service_type?: "app" | "cache" | "database" | "gateway" | "queue";
                project_id?: number;
                environment_id?: number;
                status?: "degraded" | "healthy" | "unhealthy" | "unknown";
                /** @example blog-db */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrometheusDocumentGroup"][];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_resources_services_traefik: {
        parameters: {
            query?: {
                project_id?: number;
                environment_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_projectId_components_scan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScanBody"];
                "multipart/form-data": components["schemas"]["ScanBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScanProjectAnswer"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_projectId_components: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                type?: "api" | "layout" | "page" | "partial";
                q?: string;
                include_removed?: boolean;
            };
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfComponentViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_projectId_components_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScanStats"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_projectId_components_by_componentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: number;
                componentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfComponentView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_projects_by_projectId_test_suites: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                q?: string;
            };
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_projectId_test_suites: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageSuitesSuiteInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_projectId_test_suites_generate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["GenerateSuiteInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateSuiteAnswer"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_test_suites_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_test_suites_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageSuitesSuitePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_test_suites_by_id_import: {
        parameters: {
            query?: {
                preview?: boolean;
            };
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteFilesAnswer"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteCoverageAnswer"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_suiteId_cases: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                kind?: "api" | "auth" | "e2e" | "edge" | "form" | "load" | "query" | "security" | "smoke";
                q?: string;
                tag?: string;
                source?: string;
                last_status?: "error" | "failed" | "passed" | "skipped";
            };
            header?: never;
            path: {
                suiteId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCaseViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_test_suites_by_suiteId_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                suiteId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCaseView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_cases_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCaseView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_test_cases_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_test_cases_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCaseView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_test_suites_by_id_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["StartRunRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfStartRunResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id_comparison: {
        parameters: {
            query?: {
                /** @example 1 */
                environments?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCompareEnvironmentsResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id_history: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuiteHistoryEntryList"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_suites_by_id_flaky_cases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfFlakyCasesEntryList"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfReadRunResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs_by_id_results: {
        parameters: {
            query?: {
                status?: "error" | "failed" | "passed" | "skipped";
                reason?: string;
                cause_key?: string;
                q?: string;
                /** @example NjIxMzU1OTY4MDAwMDAwMDAwLjA */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfResultItemListAndCursorMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_test_runs_by_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfCancelRunResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs_by_id_report: {
        parameters: {
            query: {
                format: "ctrf" | "html" | "junit" | "markdown";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs_by_id_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                q?: string;
                project_id?: number;
                /** @example smoke */
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScenarioViewListAndPageMeta"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_scenarios: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageScenariosInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScenarioCreated"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_scenarios_import: {
        parameters: {
            query?: {
                project_id?: number;
            };
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfExchangeScenariosImportResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios_export: {
        parameters: {
            query?: {
                project_id?: number;
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_scenarios_from_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteScenarioFromCaseInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScenarioCreated"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfIndexState"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScenarioView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_scenarios_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_scenarios_by_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageScenariosPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfScenarioView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_scenarios_by_id_promote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteScenarioInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfPromoteScenarioPromoted"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_suggest: {
        parameters: {
            query: {
                /** @example login */
                query: string;
                k?: number;
                mode?: "hybrid" | "vector";
                project_id?: number;
                /**
                 * @example [
                 *       "smoke"
                 *     ]
                 */
                tag?: string[];
                /** @example 0.5 */
                threshold?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfSuggestions"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_generate_test_data: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["GenerateTestDataInput"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeOfGenerateTestDataStarted"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_projectId_components_scan_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScanBody"];
                "multipart/form-data": components["schemas"]["ScanBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanProjectAnswer"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_projects_by_projectId_test_suites_generate_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["GenerateSuiteInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateSuiteAnswer"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_test_suites_by_id_run_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["StartRunRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartRunResponse"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_test_runs_by_id_bare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadRunResponse"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios_bare: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                q?: string;
                project_id?: number;
                /** @example smoke */
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioView"][];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_scenarios_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageScenariosInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioCreated"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_scenarios_by_id_bare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioView"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_scenarios_by_id_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_scenarios_by_id_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageScenariosPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioView"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_suggest_bare: {
        parameters: {
            query: {
                /** @example login */
                query: string;
                k?: number;
                mode?: "hybrid" | "vector";
                project_id?: number;
                /**
                 * @example [
                 *       "smoke"
                 *     ]
                 */
                tag?: string[];
                /** @example 0.5 */
                threshold?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_generate_test_data_bare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["GenerateTestDataInput"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateTestDataStarted"];
                };
            };
            /** @description The request cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send a valid token as 'Authorization: Bearer …'. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Send the body as 'Content-Type: application/json'. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request validation failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An unexpected error occurred */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something this needs is away; try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
