using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Vectors.Embedding.BuiltIn;

namespace Alicerce.Scenarios.Tests.Embeddings;

/// <summary>Another model is set: titles get its vectors in a job, and are found all the time.</summary>
public sealed class OtherModelTests(OtherModelTests.Fixture fixture) : IClassFixture<OtherModelTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Folder => Path.Combine(Repository.Root, "tests", "Vectors.Tests", "Bert", "reference", "tiny-float32");

    [Fact]
    public async Task The_old_vectors_answer_until_the_new_model_knows_every_title()
    {
        for (var i = 0; i < 20; i++) await fixture.AddAsync($"Teste de login número {i}");
        await using (var waiting = await StartAsync(jobs: 0))
        {
            await Eventually.BecomesTrueAsync(async () => (await StateAsync(waiting)).GetProperty("state").GetString() == "ready", "it is loaded", Ct);
            (await StateAsync(waiting)).GetProperty("model").GetString().ShouldBe(BuiltInEmbeddingGenerator.Model);
            (await SuggestAsync(waiting, "Teste de login número 7"))[0].GetProperty("similarity").GetDouble().ShouldBe(1, 1e-4);
        }

        await using var working = await StartAsync(jobs: 2);
        await Eventually.BecomesTrueAsync(async () => (await StateAsync(working)).GetProperty("model").GetString()!.StartsWith("tiny-float32@", StringComparison.Ordinal), "the new model answers", Ct);
        (await SuggestAsync(working, "Teste de login número 7"))[0].GetProperty("similarity").GetDouble().ShouldBe(1, 1e-4);
        await Eventually.BecomesTrueAsync(async () => await fixture.SqlAsync("SELECT count(DISTINCT model) FROM scenarios.embeddings") is 1L, "the old vectors are gone", Ct);
        var id = (await working.PostAsync("/api/v1/scenarios", new { Title = "Depois da troca" }, Ct)).GetProperty("id").GetInt32();
        (await fixture.SqlAsync("SELECT model FROM scenarios.embeddings WHERE scenario_id = $1", id)).ShouldNotBe(BuiltInEmbeddingGenerator.Model);
        (await SuggestAsync(working, "Depois da troca"))[0].GetProperty("id").GetInt32().ShouldBe(id);
    }

    [Theory]
    [InlineData("magic", null)]
    [InlineData("bert:/no/such/folder", null)]
    [InlineData("openai", null)]
    [InlineData("openai", "ftp://example.com")]
    [InlineData("openai", "https://user:secret@example.com/v1")]
    public async Task A_setting_that_cannot_work_stops_the_start_with_its_name(string choice, string? address)
    {
        var refused = await Should.ThrowAsync<Exception>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_EMBEDDINGS"] = choice, ["ALICERCE_EMBEDDINGS_URL"] = address }));
        refused.Message.ShouldContain("ALICERCE_EMBEDDINGS");
        refused.Message.ShouldNotContain("secret");
    }

    private async Task<TestServer> StartAsync(int jobs)
    {
        var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_EMBEDDINGS"] = $"bert:{Folder}", ["ALICERCE_JOBS"] = $"{jobs}" });
        server.Client.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        return server;
    }

    private static async Task<JsonElement> SuggestAsync(TestServer server, string query) => (await server.GetAsync($"/api/v1/suggest?mode=vector&query={Uri.EscapeDataString(query)}", Ct)).GetProperty("results");

    private static Task<JsonElement> StateAsync(TestServer server) => server.GetAsync("/api/v1/scenarios/index", Ct);

    /// <summary>With the built-in model, and without work, which the server with the other model is to do.</summary>
    public sealed class Fixture : ScenariosFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["ALICERCE_JOBS"] = "0" };
    }
}
