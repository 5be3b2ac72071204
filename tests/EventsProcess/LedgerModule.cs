using Alicerce.Contracts;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.EventsProcess;

/// <summary>Keeps a ledger of the facts it hears, with nothing to stop it from writing one twice; its other consumer never succeeds.</summary>
internal sealed class LedgerModule : IModule
{
    private const string Heard = "ledger.entry";

    public string Name => "ledger";

    public ModuleSchema? Schema => null;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void AddWorkers(IServiceCollection services)
    {
        services.AddConsumer<Ledger>("ledger.book", Heard);
        services.AddConsumer<Failing>("ledger.failing", Heard);
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    private sealed class Ledger(NpgsqlDataSource source) : IConsumer
    {
        public async Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct)
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand("INSERT INTO ledger (event_id, entry) VALUES ($1, $2)", connection, transaction);
            command.Parameters.AddWithValue(fact.EventId);
            command.Parameters.AddWithValue(fact.Read<int>());
            await command.ExecuteNonQueryAsync(ct);
            await job.CompleteAsync(transaction, ct);
            await transaction.CommitAsync(ct);
        }
    }

    private sealed class Failing : IConsumer
    {
        public Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct) => throw new InvalidOperationException("It never works.");
    }
}
