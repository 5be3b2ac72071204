using Alicerce.Harness;
using Alicerce.Modules.Scenarios.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Scenarios.Tests.Suggestions;

/// <summary>The extension that may be there, or come later.</summary>
public sealed class PgVectorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-DB-01")]
    public async Task An_extension_that_is_installed_later_is_picked_up_by_the_next_start_and_kept_in_step()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await Requires.PgvectorAsync(Ct);
        await fixture.SqlAsync("DROP EXTENSION IF EXISTS vector CASCADE");
        var before = await fixture.AddAsync("Antes da extensão");
        await fixture.SqlAsync("CREATE EXTENSION vector SCHEMA public");
        await using var second = await TestServer.StartAsync(fixture.Database, Ct);
        await Eventually.BecomesTrueAsync(async () => await fixture.SqlAsync("SELECT to_regclass('scenarios.pgvector_embeddings') IS NOT NULL") is true, "the table is there", Ct);
        (await fixture.SqlAsync("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'scenarios.pgvector_embeddings'::regclass AND attname = 'embedding'")).ShouldBe("vector(384)");
        var after = await fixture.AddAsync("Depois da extensão");
        await fixture.SendAsync(HttpMethod.Patch, $"/api/v1/scenarios/{before}", new { Title = "Antes, com outro nome" });
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.pgvector_embeddings v JOIN scenarios.embeddings e USING (scenario_id) WHERE scenario_id IN ($1, $2) AND v.embedding::real[] = e.vector", before, after)).ShouldBe(2L);

        // No word of it is in the title: only the vector leads there.
        var cold = second.Services.GetRequiredService<ColdSearch>();
        var id = await fixture.AddAsync("Recuperação de senha");
        (await cold.SearchAsync(new Question("esqueci meu password", 1, IsHybrid: true, null, new Visibility(null, House: true, [])), Ct)).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task Without_the_extension_everything_is_found_all_the_same()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await fixture.SqlAsync("DROP EXTENSION IF EXISTS vector CASCADE");
        await fixture.AddAsync("Sem extensão");
        await using var second = await TestServer.StartAsync(fixture.Database, Ct);
        second.Client.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        await Eventually.BecomesTrueAsync(async () => (await second.GetAsync("/api/v1/suggest?query=sem%20extens%C3%A3o", Ct)).GetProperty("results").GetArrayLength() == 1, "it is found", Ct);
    }
}
