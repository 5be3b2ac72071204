using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Server.Tests.Audit;

/// <summary>A server with one endpoint whose author forgot the audit log, and a hand that can keep its rows from being written.</summary>
public sealed class AuditFixture : ServerFixture
{
    protected override IModule[] ExtraModules => [new ForgetfulModule()];

    /// <summary>From now on no row can be written, or they can again.</summary>
    public async Task KeepFromWritingAsync(bool isKept, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            isKept
                ? """
                  CREATE OR REPLACE FUNCTION platform.refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no row today'; END $$;
                  CREATE TRIGGER refuse_row BEFORE INSERT ON platform.audit_log EXECUTE FUNCTION platform.refuse_row();
                  """
                : "DROP TRIGGER refuse_row ON platform.audit_log",
            connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed class ForgetfulModule : IModule
    {
        public string Name => "forgetful";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
            api.MapPost("/forgetful/answer", () => (Result<string>)"done");
            api.MapDelete("/forgetful/done", () => Done.Successfully);
        }
    }
}
