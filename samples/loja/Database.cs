using System.Diagnostics.CodeAnalysis;
using Npgsql;
using NpgsqlTypes;

namespace Loja;

/// <summary>The shop's PostgreSQL database: connection, tables and seed rows, and a short way to run a statement.</summary>
internal sealed class Database(NpgsqlDataSource source) : IAsyncDisposable
{
    public static Database FromEnvironment()
    {
        var url = Environment.GetEnvironmentVariable("LOJA_DATABASE_URL");
        if (string.IsNullOrWhiteSpace(url))
            throw new StartException("LOJA_DATABASE_URL is not set. Use postgres://user:password@host:port/database or a connection string.");
        try
        {
            return new Database(NpgsqlDataSource.Create(ConnectionString(url)));
        }
        catch (ArgumentException)
        {
            throw new StartException("LOJA_DATABASE_URL is neither a postgres:// address nor a connection string.");
        }
    }

    /// <summary>Reads all rows of a query whose values are bound to <c>@p0</c>, <c>@p1</c>… in order.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken token, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<T>();
        while (await reader.ReadAsync(token)) rows.Add(read(reader));
        return rows;
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken token, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(token);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Makes the tables and the seed rows as this process wants them; two shops that start at once take turns.</summary>
    public async Task PrepareAsync(Faults faults, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await RunAsync("select pg_advisory_xact_lock(20260105)");
        await RunAsync(Schema());
        foreach (var user in SeedUser.All)
        {
            await RunAsync(
                "insert into usuarios values (@p0, @p1, @p2, @p3, @p4) on conflict (id) do update set senha_hash = excluded.senha_hash",
                user.Id, user.Name, user.Email, Passwords.Hash(user.Password), user.Role);
        }
        await RunAsync(
            "insert into pedidos (id, usuario_id, situacao, criado_em) values (1, 1, 'enviado', '2026-01-11T12:00:00Z') on conflict do nothing;" +
            "insert into itens_pedido values (1, 1, 'LIV-0001', 1), (1, 2, 'CAS-0001', 2) on conflict do nothing;" +
            "select setval(pg_get_serial_sequence('pedidos', 'id'), greatest(1000, (select max(id) from pedidos)))");

        if (faults.Has(Fault.ColumnDropped)) await RunAsync("alter table produtos drop column destaque");
        // Planted bug 1: a migration renamed the column and nobody told ofertas.q.
        if (faults.Bugs) await RunAsync("alter view ofertas rename column desconto_pct to desconto");
        await transaction.CommitAsync(token);

        async Task RunAsync(string sql, params object?[] values)
        {
            await using var command = Bind(new NpgsqlCommand(sql, connection, transaction), values);
            await command.ExecuteNonQueryAsync(token);
        }
    }

    /// <summary>
    /// Makes or renews the role <c>loja_reader</c>, which may read what the queries of the <c>.q</c> files read and nothing else. Roles belong
    /// to the whole cluster: a shop that prepares another database of it at the same moment makes PostgreSQL refuse one of them, which tries again.
    /// </summary>
    public async Task CreateReaderAsync(string password, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync("do $$ begin create role loja_reader; exception when duplicate_object or unique_violation then null; end $$", token);
                // DDL takes no parameters, so the server quotes the password itself.
                var alter = await QueryAsync(
                    "select format('alter role loja_reader login nosuperuser password %L', @p0::text)", row => row.GetString(0), token, password);
                await ExecuteAsync(alter[0], token);
                await ExecuteAsync("alter role loja_reader set default_transaction_read_only = on", token);
                await ExecuteAsync("grant usage on schema public to loja_reader", token);
                await ExecuteAsync("grant select on produtos, clientes, pedidos, itens_pedido, ofertas to loja_reader", token);
                await ExecuteAsync("grant select (id, nome, email, papel) on usuarios to loja_reader", token);
                return;
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InternalError && attempt < 10)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), TimeProvider.System, token);
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants of this program, or quoted by the server; values are bound.")]
    private NpgsqlCommand Command(string sql, object?[] values) => Bind(source.CreateCommand(sql), values);

    private static NpgsqlCommand Bind(NpgsqlCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // PostgreSQL has no NUL in text: a visitor who sends one searches without it.
            var value = values[i] is string text ? text.Replace("\0", "", StringComparison.Ordinal) : values[i];
            command.Parameters.Add(value is null
                ? new NpgsqlParameter($"p{i}", NpgsqlDbType.Text) { Value = DBNull.Value }
                : new NpgsqlParameter($"p{i}", value));
        }
        return command;
    }

    private static string Schema()
    {
        using var stream = typeof(Database).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string ConnectionString(string url)
    {
        if (!url.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || !url.Contains("://", StringComparison.Ordinal)) return url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) throw new StartException("LOJA_DATABASE_URL is no valid postgres:// address.");
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
            MaxPoolSize = 20,
        };
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);
        return builder.ConnectionString;
    }
}
