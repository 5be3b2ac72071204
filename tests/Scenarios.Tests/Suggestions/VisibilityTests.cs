namespace Alicerce.Scenarios.Tests.Suggestions;

public sealed class VisibilityTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    [Fact]
    public async Task A_project_sees_its_own_and_the_house_s_and_tags_leave_out_the_rest()
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync();
        await fixture.AddAsync("Conciliação bancária do mês", project, ["Financeiro", "api"]);
        await fixture.AddAsync("Conciliação bancária do dia", other, ["financeiro"]);
        await fixture.AddAsync("Conciliação bancária do ano", null, ["api"]);
        (await fixture.TitlesAsync("conciliação bancária", project)).ShouldBe(["Conciliação bancária do mês", "Conciliação bancária do ano"], ignoreOrder: true);
        (await fixture.TitlesAsync("conciliação bancária", project, "&tag=financeiro")).ShouldBe(["Conciliação bancária do mês"]);
        (await fixture.TitlesAsync("conciliação bancária", project, "&tag=financeiro&tag=nobody")).ShouldBeEmpty();
    }
}
