namespace Alicerce.Modules.Resources.Migrations;

/// <summary>
/// Keys into the platform's schema, which EF cannot say. A project that still holds ports, secrets or services is not deleted (T004-73): what runs
/// somewhere does not end because its row is gone. History that nobody holds any more does not stand in the way.
/// </summary>
/// <remarks>
/// PostgreSQL checks keys in the order in which they were made, and a restored backup makes them by name: what blocks comes first in both, because
/// SET NULL before it would empty the very column that it looks at.
/// </remarks>
internal static class PlatformKeys
{
    public const string Up = """
        ALTER TABLE resources.port_allocations ADD CONSTRAINT fk_port_allocations_blocking_projects FOREIGN KEY (held_by_project) REFERENCES platform.projects (id) ON DELETE RESTRICT;
        ALTER TABLE resources.port_allocations ADD CONSTRAINT fk_port_allocations_blocking_environments FOREIGN KEY (held_in_environment) REFERENCES platform.environments (id) ON DELETE RESTRICT;
        ALTER TABLE resources.port_allocations ADD CONSTRAINT fk_port_allocations_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE SET NULL;
        ALTER TABLE resources.port_allocations ADD CONSTRAINT fk_port_allocations_environments FOREIGN KEY (environment_id) REFERENCES platform.environments (id) ON DELETE SET NULL;
        ALTER TABLE resources.secrets ADD CONSTRAINT fk_secrets_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE RESTRICT;
        ALTER TABLE resources.secrets ADD CONSTRAINT fk_secrets_environments FOREIGN KEY (environment_id) REFERENCES platform.environments (id) ON DELETE RESTRICT;
        ALTER TABLE resources.secrets ADD CONSTRAINT fk_secrets_users FOREIGN KEY (owner_id) REFERENCES platform.users (id) ON DELETE SET NULL;
        ALTER TABLE resources.service_registry ADD CONSTRAINT fk_service_registry_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE RESTRICT;
        ALTER TABLE resources.service_registry ADD CONSTRAINT fk_service_registry_environments FOREIGN KEY (environment_id) REFERENCES platform.environments (id) ON DELETE RESTRICT;
        """;
}
