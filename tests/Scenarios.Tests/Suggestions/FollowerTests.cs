using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Scenarios.Tests.Suggestions;

/// <summary>The index follows the table, whoever writes to it and however.</summary>
public sealed class FollowerTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-SYNC-02")]
    [Trait("Trap", "T000-22")]
    public async Task What_is_written_by_hand_is_found_by_its_new_meaning_and_gets_its_vector()
    {
        var project = await fixture.ProjectAsync();
        var id = (int)(await fixture.SqlAsync("INSERT INTO scenarios.scenarios (title, project_id) VALUES ('Receita médica vencida', $1) RETURNING id", project))!;
        await Eventually.BecomesTrueAsync(async () => (await fixture.TitlesAsync("receita médica", project)).Contains("Receita médica vencida"), "the index follows the table", Ct);
        await Eventually.BecomesTrueAsync(async () => (await fixture.SqlAsync("SELECT count(*) FROM scenarios.embeddings WHERE scenario_id = $1", id)) is 1L, "the index follows the table", Ct);

        await fixture.SqlAsync("UPDATE scenarios.scenarios SET title = 'Transferência entre contas' WHERE id = $1", id);
        await Eventually.BecomesTrueAsync(async () => (await fixture.TitlesAsync("transferência", project)).Contains("Transferência entre contas"), "the index follows the table", Ct);
        (await fixture.SuggestAsync("receita médica vencida", project, "&mode=vector"))[0].GetProperty("similarity").GetDouble().ShouldBeLessThan(0.5);
        await Eventually.BecomesTrueAsync(async () => (await fixture.SqlAsync("SELECT title_hash = md5('Transferência entre contas') FROM scenarios.embeddings WHERE scenario_id = $1", id)) is true, "the index follows the table", Ct);
    }

    [Fact]
    [Trait("Req", "S000-IDX-06")]
    public async Task A_title_changed_by_sql_has_one_vector_and_one_place()
    {
        var project = await fixture.ProjectAsync();
        var id = await fixture.AddAsync("Agendar consulta", project);
        await fixture.SqlAsync("UPDATE scenarios.scenarios SET title = 'Cancelar boleto' WHERE id = $1", id);
        await Eventually.BecomesTrueAsync(async () => (await fixture.SuggestAsync("Cancelar boleto", project, "&mode=vector")).Any(hit => hit.GetProperty("similarity").GetDouble() > 0.999), "the index follows the table", Ct);
        (await fixture.SuggestAsync("Cancelar boleto", project, "&mode=vector&k=50")).Length.ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "S000-IDX-04")]
    public async Task A_vector_that_is_supplied_is_used_and_a_missing_one_is_made_of_the_title()
    {
        var project = await fixture.ProjectAsync();
        await fixture.SqlAsync(
            """
            WITH made AS (INSERT INTO scenarios.scenarios (title, project_id) VALUES ('Vetor de outro texto', $1) RETURNING id, title)
            INSERT INTO scenarios.embeddings (scenario_id, model, dimensions, vector, title_hash)
            SELECT made.id, e.model, 384, (SELECT array_agg((i = 7)::int::real ORDER BY i) FROM generate_series(1, 384) i), md5(made.title) FROM made, (SELECT $2::text AS model) e
            """,
            project, Alicerce.Vectors.Embedding.BuiltIn.BuiltInEmbeddingGenerator.Model);
        await fixture.SqlAsync("INSERT INTO scenarios.scenarios (title, project_id) VALUES ('Vetor do próprio título', $1)", project);
        await Eventually.BecomesTrueAsync(async () => (await fixture.SuggestAsync("Vetor do próprio título", project, "&mode=vector")).Length == 2, "both are there", Ct);
        var hits = await fixture.SuggestAsync("Vetor do próprio título", project, "&mode=vector");
        hits[0].GetProperty("similarity").GetDouble().ShouldBe(1, 1e-6);
        (await fixture.SuggestAsync("Vetor de outro texto", project, "&mode=vector")).Single(hit => hit.GetProperty("title").GetString() == "Vetor de outro texto").GetProperty("similarity").GetDouble().ShouldBeLessThan(0.9);
    }

    [Fact]
    [Trait("Trap", "T000-04")]
    public async Task What_is_deleted_by_hand_is_found_no_more()
    {
        var project = await fixture.ProjectAsync();
        var id = await fixture.AddAsync("Some da tabela", project);
        await fixture.SqlAsync("DELETE FROM scenarios.scenarios WHERE id = $1", id);
        await Eventually.BecomesTrueAsync(async () => (await fixture.SuggestAsync("Some da tabela", project)).Length == 0, "the index follows the table", Ct);
    }

    [Fact]
    [Trait("Trap", "T000-07")]
    public async Task A_transaction_that_ends_after_a_younger_one_is_not_skipped()
    {
        var project = await fixture.ProjectAsync();
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var slow = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand("INSERT INTO scenarios.scenarios (title, project_id) VALUES ('Transação lenta', $1)", connection, slow))
        {
            command.Parameters.AddWithValue(project);
            await command.ExecuteNonQueryAsync(Ct);
        }

        await fixture.AddAsync("Transação rápida", project);
        (await fixture.TitlesAsync("transação", project)).ShouldBe(["Transação rápida"]);
        // The follower has looked, and has seen that it has to come back: from here on only its place in the log can be wrong.
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync("/api/v1/scenarios/index", Ct)).GetProperty("is_pending").GetBoolean(), "the younger change waits for the older", Ct);
        await slow.CommitAsync(Ct);
        await Eventually.BecomesTrueAsync(async () => (await fixture.TitlesAsync("transação", project)).Length == 2, "the index follows the table", Ct);
    }
}
