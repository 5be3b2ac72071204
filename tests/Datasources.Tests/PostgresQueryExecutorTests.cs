using System.Net;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Outbound;

namespace Alicerce.Datasources.Tests;

public sealed class PostgresQueryExecutorTests(ThrowAwayCluster cluster)
{
    private static readonly EgressPolicy s_loopback = new() { Allowed = ["127.0.0.1"] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DatasourceDefinition Definition(string user = "reader", string database = "shop", string password = "reader-password", string driver = "postgres") => new()
    {
        Name = "shop",
        Driver = driver,
        Host = "127.0.0.1",
        Port = cluster.Port,
        Database = database,
        Username = user,
        Password = new Secret(password),
    };

    private Task<QueryOutcome> RunAsync(
        string sql, DatasourceDefinition? definition = null, EgressPolicy? egress = null, QueryLimits? limits = null, IReadOnlySet<string>? own = null,
        QueryArgument[]? arguments = null, CancellationToken? ct = null)
    {
        if (cluster.Missing is not null && Environment.GetEnvironmentVariable("ALICERCE_REQUIRE_ALL") != "1")
            Assert.Skip(cluster.Missing);
        definition ??= Definition();
        var executor = new PostgresQueryExecutor((name, _) => ValueTask.FromResult(name == "shop" ? definition : null), egress ?? s_loopback, own, limits);
        return executor.ExecuteAsync(new QuerySpec("shop", sql, arguments ?? []), ct ?? Ct);
    }

    [Fact]
    public async Task Rows_come_back_as_objects_with_their_types()
    {
        var outcome = await RunAsync("select * from product order by id");
        outcome.Message.ShouldBeNull();
        outcome.ShouldBe(outcome with { Status = "ok", ColumnCount = 6, RowCount = 2, Truncated = false, SqlState = null });
        JsonNode.DeepEquals(JsonNode.Parse(outcome.RowsJson!), JsonNode.Parse("""
            [{"id":1,"name":"café","price":10.50,"added":"2026-01-02T03:04:05.0000000Z","tags":["a","b"],"extra":"{\"k\": 1}"},
             {"id":2,"name":null,"price":2.00,"added":null,"tags":null,"extra":null}]
            """)).ShouldBeTrue(outcome.RowsJson);
    }

    [Theory]
    [InlineData("select 1 as a, 2 as a", """[{"a":1,"a_2":2}]""")]
    [InlineData("select 'NaN'::float8 as x, 1e300::numeric as y, '10.0.0.0/8'::cidr as z", """[{"x":"NaN","y":"(numeric)","z":"10.0.0.0/8"}]""")]
    [InlineData("select int4range(1,5) as r, row(1,'a') as c, array[[1,2]] as m, '\\x00ff'::bytea as b", null)]
    [InlineData("select", "[{}]")]
    [InlineData("values (1)", """[{"column1":1}]""")]
    [InlineData("with a as (select 1 as x) select * from a;", """[{"x":1}]""")]
    [InlineData("select 1 as x where false", "[]")]
    [InlineData("show server_encoding", """[{"server_encoding":"UTF8"}]""")]
    public async Task Any_answer_becomes_json(string sql, string? json)
    {
        var outcome = await RunAsync(sql);
        outcome.Status.ShouldBe("ok", outcome.Message);
        if (json is null)
            JsonNode.Parse(outcome.RowsJson!)!.AsArray().Count.ShouldBe(1);
        else
            outcome.RowsJson.ShouldBe(json);
    }

    [Theory]
    [InlineData("select 1; drop table product")]
    [InlineData("commit; drop table product")]
    [InlineData("rollback; delete from product")]
    [InlineData("select 1; commit; drop table product; --")]
    [InlineData("select ';'; drop table product")]
    [InlineData("select $$;$$; drop table product")]
    public async Task The_server_itself_refuses_a_second_statement(string sql)
    {
        var outcome = await RunAsync(sql);
        outcome.Status.ShouldBe("sql_error");
        outcome.SqlState.ShouldBe("42601");
        outcome.Message.ShouldNotBeNull().ShouldContain("multiple commands");
        (await cluster.AskAsync("shop", "select count(*) from product")).ShouldBe(2L);
    }

    [Theory]
    [InlineData("drop table product")]
    [InlineData("insert into product(id) values (99)")]
    [InlineData("with gone as (delete from product returning *) select * from gone")]
    [InlineData("create table other(id int)")]
    [InlineData("select nextval('numbers')")]
    [InlineData("do $$ begin delete from product; end $$")]
    [InlineData("do $$ begin set transaction read write; delete from product; end $$")]
    [InlineData("select set_config('transaction_read_only', 'off', false)")]
    [InlineData("do $$ begin commit; delete from product; end $$")]
    public async Task Writing_is_refused_by_the_read_only_transaction(string sql)
    {
        var outcome = await RunAsync(sql);
        outcome.Status.ShouldBe("sql_error", outcome.RowsJson);
        (await cluster.AskAsync("shop", "select count(*) from product")).ShouldBe(2L);
    }

    [Fact]
    public async Task Nothing_that_one_statement_does_to_its_session_outlives_it()
    {
        (await RunAsync("set session characteristics as transaction read write")).Status.ShouldBe("ok");
        (await RunAsync("commit")).Status.ShouldBe("ok");
        (await RunAsync("insert into product(id) values (99)")).SqlState.ShouldBe("25006");
    }

    [Theory]
    [InlineData("super", "superuser")]
    [InlineData("prog", "pg_execute_server_program")]
    [InlineData("files", "pg_read_server_files")]
    [InlineData("writer", "pg_write_server_files")]
    [InlineData("sleeper", "boss")]
    public async Task A_role_that_reaches_beyond_its_database_is_refused_with_the_reason(string user, string reason)
    {
        var outcome = await RunAsync("copy (select 1) to program 'id > /tmp/alicerce-owned'", Definition(user));
        outcome.Status.ShouldBe("refused");
        outcome.Message.ShouldNotBeNull().ShouldContain(reason);
        File.Exists("/tmp/alicerce-owned").ShouldBeFalse();
    }

    [Theory]
    [InlineData("copy (select 1) to program 'id'", "sql_error")]
    [InlineData("copy (select 1) to stdout", "refused")]
    [InlineData("copy product from stdin", "sql_error")]
    public async Task Copy_is_never_run(string sql, string status)
    {
        var outcome = await RunAsync(sql);
        outcome.Status.ShouldBe(status, outcome.Message);
    }

    [Fact]
    public async Task A_way_round_the_transaction_through_dblink_is_refused()
    {
        var outcome = await RunAsync(
            $"select dblink_exec('host=127.0.0.1 port={cluster.Port} dbname=linked user=reader password=reader-password', 'insert into target values (1)')", Definition(database: "linked"));
        outcome.Status.ShouldBe("refused");
        outcome.Message.ShouldNotBeNull().ShouldContain("dblink");
        (await cluster.AskAsync("linked", "select count(*) from target")).ShouldBe(0L);
    }

    [Fact]
    public async Task Our_own_cluster_is_refused_by_its_identity_and_by_its_address()
    {
        var id = (string)(await cluster.AskAsync("shop", "select system_identifier::text from pg_control_system()"))!;
        (await RunAsync("select 1", own: new HashSet<string> { id })).ShouldSatisfyAllConditions(
            outcome => outcome.Status.ShouldBe("refused"), outcome => outcome.Message.ShouldNotBeNull().ShouldContain("own cluster"));
        (await RunAsync("select 1", own: new HashSet<string> { "1" })).Status.ShouldBe("ok");

        var own = s_loopback with { OwnEndpoints = [new IPEndPoint(IPAddress.Any, cluster.Port)] };
        (await RunAsync("select 1", egress: own)).ShouldSatisfyAllConditions(
            outcome => outcome.Status.ShouldBe("refused"), outcome => outcome.Message.ShouldNotBeNull().ShouldContain("Alicerce itself"));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_refused() =>
        (await RunAsync("select 1", egress: new EgressPolicy())).Status.ShouldBe("refused");

    [Fact]
    public async Task A_slow_statement_is_stopped()
    {
        var outcome = await RunAsync("select pg_sleep(60)", limits: new QueryLimits { StatementTimeout = TimeSpan.FromMilliseconds(200) });
        outcome.Status.ShouldBe("sql_error");
        outcome.SqlState.ShouldBe("57014");
        outcome.Message.ShouldNotBeNull().ShouldContain("0.2 s");
    }

    [Fact]
    public async Task The_callers_cancellation_stops_the_statement()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        source.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync("select pg_sleep(60)", ct: source.Token));
    }

    [Theory]
    [InlineData("select repeat('x', 10485760) as x from generate_series(1, 1000)")]
    [InlineData("select repeat('x', 1000) as x, g from generate_series(1, 10000000) g")]
    [InlineData("select array_agg(g) as x from generate_series(1, 2000000) g")]
    [InlineData("select convert_to(repeat('x', 100000000), 'UTF8') as x")]
    public async Task An_answer_of_gigabytes_stays_within_the_limits(string sql)
    {
        var before = GC.GetTotalAllocatedBytes();
        var outcome = await RunAsync(sql);
        outcome.Status.ShouldBe("ok", outcome.Message);
        outcome.Truncated.ShouldBeTrue();
        outcome.RowCount.ShouldBeLessThanOrEqualTo(1_100);
        outcome.RowsJson!.Length.ShouldBeLessThan(2 * 1024 * 1024);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64 * 1024 * 1024);
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public async Task A_thousand_rows_are_read_and_twenty_are_kept(int rows, bool truncated)
    {
        var outcome = await RunAsync($"select g from generate_series(1, {rows}) g");
        outcome.RowCount.ShouldBe(1000);
        outcome.Truncated.ShouldBe(truncated);
        JsonNode.Parse(outcome.RowsJson!)!.AsArray().Count.ShouldBe(20);
    }

    [Fact]
    public async Task Values_are_bound_with_their_types_and_never_become_part_of_the_statement()
    {
        QueryArgument[] arguments =
        [
            new("text", "string", "x'; drop table product; --"), new("int", "integer", "42"), new("dec", "decimal", "1.50"), new("flag", "boolean", "true"),
            new("day", "date", "2026-02-03"), new("at", "datetime", "2026-02-03T04:05:06-03:00"), new("plain", "datetime", "2026-02-03T04:05:06"),
            new("hour", "time", "04:05"), new("list", "array", "[1,2]"), new("words", "array", """["a","b"]"""), new("doc", "json", """{"a":1}"""), new("none", "integer", null),
        ];
        var outcome = await RunAsync(
            "select :text as t, pg_typeof(:int)::text as i, pg_typeof(:dec)::text as d, pg_typeof(:flag)::text as f, pg_typeof(:day)::text as day, :at as at, pg_typeof(:plain)::text as p, " +
            "pg_typeof(:hour)::text as h, pg_typeof(:list)::text as l, pg_typeof(:words)::text as w, pg_typeof(:doc)::text as j, :none is null as n, :int + :int as twice", arguments: arguments);
        outcome.Status.ShouldBe("ok", outcome.Message);
        outcome.RowsJson.ShouldBe("""
            [{"t":"x'; drop table product; --","i":"bigint","d":"numeric","f":"boolean","day":"date","at":"2026-02-03T07:05:06.0000000Z","p":"timestamp without time zone","h":"time without time zone","l":"bigint[]","w":"text[]","j":"jsonb","n":true,"twice":84}]
            """);
    }

    [Theory]
    [InlineData("integer", "abc")]
    [InlineData("integer", "99999999999999999999")]
    [InlineData("boolean", "perhaps")]
    [InlineData("date", "2026-02-31")]
    [InlineData("array", "{1,2}")]
    [InlineData("json", "{")]
    [InlineData("money", "1")]
    public async Task A_value_that_is_not_of_its_type_is_told_before_anything_runs(string type, string value)
    {
        var outcome = await RunAsync("select :id", arguments: [new QueryArgument("id", type, value)]);
        outcome.Status.ShouldBe("refused");
        outcome.Message.ShouldNotBeNull().ShouldContain(":id");
    }

    [Fact]
    public async Task A_placeholder_without_a_value_is_named() =>
        (await RunAsync("select :id, :other", arguments: [new QueryArgument("id", "integer", "1")])).Message.ShouldNotBeNull().ShouldContain(":other");

    [Fact]
    public async Task Wrong_sql_gives_the_servers_words_and_code()
    {
        var outcome = await RunAsync("selct 1");
        outcome.Status.ShouldBe("sql_error");
        outcome.SqlState.ShouldBe("42601");
        outcome.Message.ShouldNotBeNull().ShouldContain("selct");
    }

    [Theory]
    [InlineData("nobody", "shop", "28P01")]
    [InlineData("reader", "nowhere", "3D000")]
    public async Task Who_cannot_connect_is_told_without_credentials(string user, string database, string state)
    {
        var outcome = await RunAsync("select 1", Definition(user, database, password: user == "nobody" ? "hunter2" : "reader-password"));
        outcome.Status.ShouldBe("sql_error");
        outcome.SqlState.ShouldBe(state);
        outcome.Message.ShouldNotBeNull().ShouldNotContain("password=");
        outcome.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_password_in_the_servers_words_is_taken_out() =>
        (await RunAsync("select 'reader-password'::int")).Message.ShouldNotBeNull().ShouldNotContain("reader-password");

    [Fact]
    public async Task Nobody_at_the_port_is_a_connection_error() =>
        (await RunAsync("select 1", Definition() with { Port = 1 })).SqlState.ShouldBe("08001");

    [Fact]
    public async Task A_driver_that_we_have_not_is_named() =>
        (await RunAsync("select 1", Definition(driver: "mysql"))).ShouldBe(new QueryOutcome("no_driver", 0, 0, false, null, "no driver for mysql", null));

    [Fact]
    public async Task A_name_that_nobody_registered_is_told()
    {
        var executor = new PostgresQueryExecutor((_, _) => ValueTask.FromResult<DatasourceDefinition?>(null), s_loopback);
        (await executor.ExecuteAsync(new QuerySpec("crm", "select 1", []), Ct)).ShouldSatisfyAllConditions(
            outcome => outcome.Status.ShouldBe("no_datasource"), outcome => outcome.Message.ShouldNotBeNull().ShouldContain("crm"));
    }
}
