using Alicerce.Modules.Scenarios.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Scenarios.Tests.Suggestions;

public sealed class ColdSearchTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T000-27")]
    public async Task The_database_answers_with_true_cosines_while_there_is_no_index()
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync();
        await fixture.AddAsync("Pagamentos com boletos", project, ["loja"]);
        await fixture.AddAsync("Password reset by email", project);
        await fixture.AddAsync("Pagamento escondido", other);
        var cold = fixture.Server.Services.GetRequiredService<ColdSearch>();
        var visible = new Visibility(new HashSet<int> { project }, House: false, []);

        var hit = (await cold.SearchAsync(new Question("pagamento & boleto | ' :*", 5, IsHybrid: true, null, visible), Ct)).ShouldHaveSingleItem();
        hit.Title.ShouldBe("Pagamentos com boletos");
        hit.Similarity.ShouldBe((await fixture.SuggestAsync("pagamento & boleto | ' :*", project, "&mode=vector"))[0].GetProperty("similarity").GetDouble());
        (await cold.SearchAsync(new Question("resetting passwords", 5, IsHybrid: false, null, visible), Ct))[0].Title.ShouldBe("Password reset by email");
        (await cold.SearchAsync(new Question("pagamento", 5, IsHybrid: true, null, visible with { Tags = ["other"] }), Ct)).ShouldBeEmpty();
        (await cold.SearchAsync(new Question("\0 de", 5, IsHybrid: true, null, visible), Ct)).ShouldBeEmpty();
    }
}
