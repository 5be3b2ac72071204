using System.Reflection;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Tests.Reporting;

public sealed class CauseGroupsTests
{
    [Fact]
    public void Failures_of_one_cause_are_one_group_with_its_reason()
    {
        var groups = new CauseGroups(maxSamples: 2);
        for (var i = 0; i < 9; i++)
            groups.Add(SampleRun.Failed);
        for (var i = 0; i < 3; i++)
            groups.Add(SampleRun.Errored);
        groups.Add(SampleRun.Passed);
        groups.Add(SampleRun.Skipped);
        groups.Add(SampleRun.Failed with { IsFinal = false });

        groups.Headline().ShouldBe("12 failures, 2 causes");
        groups.Headline(ReportLanguage.Portuguese).ShouldBe("12 falhas, 2 causas");
        groups.Groups.Select(group => (group.Reason, group.Count, group.Samples.Count)).ShouldBe([(Reasons.ServerError, 9, 2), (Reasons.ConnectionFailed, 3, 2)]);
        groups.Groups[0].Samples[0].Curl.ShouldNotBeNull().ShouldStartWith("curl ");
    }

    [Fact]
    public void The_number_of_groups_is_bounded_and_the_rest_is_counted()
    {
        var groups = new CauseGroups(maxGroups: 10);
        for (var i = 0; i < 1_000; i++)
            groups.Add(SampleRun.Failed with { CauseKey = $"{i}" });

        groups.Groups.Count.ShouldBe(10);
        groups.Ungrouped.ShouldBe(990);
        groups.Headline().ShouldBe("1000 failures, 10 causes or more");
    }

    [Theory]
    [InlineData(0, "No failures", "Nenhuma falha")]
    [InlineData(1, "1 failure, 1 cause", "1 falha, 1 causa")]
    public void Few_failures_are_told_in_proper_words(int failures, string english, string portuguese)
    {
        var groups = new CauseGroups();
        for (var i = 0; i < failures; i++)
            groups.Add(SampleRun.Failed);
        groups.Headline().ShouldBe(english);
        groups.Headline(ReportLanguage.Portuguese).ShouldBe(portuguese);
    }

    [Fact]
    [Trait("Trap", "T004-72")]
    public void Every_reason_has_a_text_in_both_languages()
    {
        foreach (var reason in typeof(Reasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!))
        {
            var (english, portuguese) = (ReasonTexts.Of(reason), ReasonTexts.Of(reason, ReportLanguage.Portuguese));
            english.ShouldNotBe("Unknown cause", reason);
            portuguese.ShouldNotBe("Causa desconhecida", reason);
            portuguese.ShouldNotBe(english);
        }
        ReasonTexts.Of(null).ShouldBe("Unknown cause");
    }
}
