using System.Data;
using System.Net.Sockets;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Outbound;
using Npgsql;

namespace Alicerce.Datasources;

/// <summary>
/// Runs one statement on a registered PostgreSQL: a single batch command with bound parameters, so that the server itself refuses a second
/// statement, in a read-only transaction that is always rolled back, bounded in time, rows and bytes. Roles that reach beyond their database,
/// and Alicerce's own cluster, are refused.
/// </summary>
public sealed class PostgresQueryExecutor : IQueryExecutor
{
    private const int MaxMessageChars = 1_000;

    private readonly Func<string, CancellationToken, ValueTask<DatasourceDefinition?>> _find;
    private readonly QueryLimits _limits;
    private readonly PostgresConnector _connector;
    private readonly IReadOnlySet<string> _ownSystemIds;

    /// <param name="find">The definition of a name in the run's environment; null when nobody registered it.</param>
    /// <param name="egress">Its <see cref="EgressPolicy.OwnEndpoints"/> hold the address of Alicerce's own cluster.</param>
    /// <param name="ownSystemIds"><c>system_identifier</c> of Alicerce's own clusters: the same cluster is refused by whatever address it is reached.</param>
    public PostgresQueryExecutor(
        Func<string, CancellationToken, ValueTask<DatasourceDefinition?>> find, EgressPolicy egress, IReadOnlySet<string>? ownSystemIds = null, QueryLimits? limits = null)
    {
        _find = find;
        _limits = limits ?? new QueryLimits();
        _ownSystemIds = ownSystemIds ?? new HashSet<string>();
        _connector = new PostgresConnector(new ConnectGuard(egress, new ConnectGuardOptions { ConnectTimeout = _limits.ConnectTimeout }), _limits);
    }

    /// <inheritdoc />
    public async Task<QueryOutcome> ExecuteAsync(QuerySpec query, CancellationToken ct)
    {
        DatasourceDefinition? definition;
        try
        {
            definition = await _find(query.Datasource, ct);
        }
        catch (SecretRefusedException e)
        {
            return Outcome("refused", e.Message);
        }

        if (definition is null)
            return Outcome("no_datasource", $"no datasource {query.Datasource}: an admin registers it for the environment.");
        if (definition.Driver.ToLowerInvariant() is not ("postgres" or "postgresql"))
            return Outcome("no_driver", $"no driver for {definition.Driver}");

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(_limits.Total);
        try
        {
            return await RunAsync(definition, Prepare(query), deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Outcome("sql_error", $"The datasource {definition.Name} did not answer within {_limits.Total.TotalSeconds:0.#} s.", "57014");
        }
        catch (Exception e) when (ct.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException("The query was cancelled.", e, ct);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException or EgressRefusedException or FormatException or NotSupportedException or InvalidOperationException or IOException)
        {
            return Explain(definition, e);
        }
    }

    private NpgsqlBatchCommand Prepare(QuerySpec query)
    {
        if (query.Sql.Length > _limits.MaxSqlChars)
            throw new FormatException($"the statement has {query.Sql.Length} characters, at most {_limits.MaxSqlChars} are run.");
        var given = new Dictionary<string, QueryArgument>(StringComparer.Ordinal);
        foreach (var argument in query.Arguments)
            given[argument.Name] = argument;
        var (sql, names) = NamedPlaceholders.Translate(query.Sql, given.ContainsKey);
        var command = new NpgsqlBatchCommand(sql);
        foreach (var name in names)
            command.Parameters.Add(ArgumentBinder.Bind(given.GetValueOrDefault(name) ?? throw new FormatException($"the statement uses :{name}, but the case gives no value for it.")));
        // Npgsql splits a statement without parameters by itself. One that has any goes to the server as it is, which is the judge we want.
        if (names.Count == 0)
            command.Parameters.Add(new NpgsqlParameter { Value = 0 });
        return command;
    }

    private async Task<QueryOutcome> RunAsync(DatasourceDefinition definition, NpgsqlBatchCommand statement, CancellationToken ct)
    {
        var (source, connection) = await _connector.OpenAsync(definition, ct);
        await using var ownedSource = source;
        await using var ownedConnection = connection;
        var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            if (await SessionRules.ApplyAsync(connection, transaction, _limits, _ownSystemIds, ct) is { } refusal)
                return Outcome("refused", $"The datasource {definition.Name} is refused: {refusal}");
            return await ReadAsync(connection, transaction, statement, ct);
        }
        finally
        {
            await QuietlyAsync(() => transaction.RollbackAsync(CancellationToken.None));
            await QuietlyAsync(() => transaction.DisposeAsync().AsTask());
        }
    }

    private async Task<QueryOutcome> ReadAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, NpgsqlBatchCommand statement, CancellationToken ct)
    {
        var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { statement } };
        var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        var rows = new BoundedRows(_limits);
        try
        {
            await rows.ReadAsync(reader, ct);
            return new QueryOutcome("ok", reader.FieldCount, rows.RowCount, rows.Truncated, null, null, rows.Json);
        }
        finally
        {
            // Closing a reader reads what is left, so an answer that was cut is first stopped at its source.
            if (rows.Truncated)
                batch.Cancel();
            await QuietlyAsync(() => reader.DisposeAsync().AsTask());
            await QuietlyAsync(() => batch.DisposeAsync().AsTask());
        }
    }

    private QueryOutcome Explain(DatasourceDefinition definition, Exception exception)
    {
        if (EgressRefusedException.FindIn(exception) is { } refused)
            return Outcome("refused", refused.Message);
        return exception switch
        {
            PostgresException { SqlState: "28P01" or "28000" } e => Outcome("sql_error", $"The datasource {definition.Name} did not accept its user name or password.", e.SqlState),
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } e =>
                Outcome("sql_error", $"The statement was stopped after {_limits.StatementTimeout.TotalSeconds:0.#} s.", e.SqlState),
            PostgresException e => Outcome("sql_error", Clean(definition, e.MessageText), e.SqlState),
            FormatException e => Outcome("refused", Clean(definition, $"The query is not run: {e.Message}")),
            NotSupportedException or InvalidOperationException => Outcome("refused", "The query is not run: only a statement that answers rows is (COPY is not)."),
            _ => Outcome("sql_error", $"No connection to the datasource {definition.Name} at {definition.Host}:{definition.Port}.", "08001"),
        };
    }

    private static string Clean(DatasourceDefinition definition, string message)
    {
        if (definition.Password?.Reveal() is { Length: > 0 } password)
            message = message.Replace(password, "***", StringComparison.Ordinal);
        return message.Length <= MaxMessageChars ? message : string.Concat(message.AsSpan(0, MaxMessageChars), "…");
    }

    private static QueryOutcome Outcome(string status, string message, string? sqlState = null) => new(status, 0, 0, false, sqlState, message, null);

    /// <summary>Cleaning up after a statement that failed or was stopped may fail again; the server rolls back when the connection ends.</summary>
    private static async Task QuietlyAsync(Func<Task> cleanUp)
    {
        try
        {
            await cleanUp();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or ObjectDisposedException or IOException)
        {
            // Nothing is left to do with it: the outcome is known.
        }
    }
}
