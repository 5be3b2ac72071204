namespace Alicerce.Engine.Discovery.Quantum.Rules;

/// <summary>What the runtime's XML parser refuses: each such page answers 400 (T004-31).</summary>
internal static class WellFormednessRule
{
    private const string Consequence = ": the runtime will answer 400 for this page";

    public static void Check(QuantumPage page, FindingList findings)
    {
        foreach (QuantumProblem problem in page.Document.Problems)
        {
            bool refused = problem.Code is not "parse.too_deep" and not "parse.too_many_elements" and not "parse.too_many_attributes" and not "parse.doctype_subset";
            findings.Add(
                refused ? FindingSeverity.Error : FindingSeverity.Warning,
                problem.Code,
                problem.Location,
                problem.Message + (refused ? Consequence : ""),
                problem.Hint);
        }
        CheckRoot(page, findings);
    }

    private static void CheckRoot(QuantumPage page, FindingList findings)
    {
        QuantumElement top = page.Document.Top;
        if (top.Children.Count == 0)
        {
            findings.Broken("parse.no_root", top, "the file holds no element" + Consequence, "start it with <q:component name=\"…\">", null);
            return;
        }
        QuantumElement first = top.Children[0];
        if (!QuantumVocabulary.IsRoot(first.Tag ?? first.LocalName))
            findings.Broken("parse.unknown_root", first, $"<{first.QualifiedName}> is no root element" + Consequence, "use q:component, q:application or q:job", null);
        if (top.Children.Count > 1)
        {
            QuantumElement second = top.Children[1];
            findings.Broken("parse.second_root", second, $"<{second.QualifiedName}> follows the end of the root" + Consequence, "move it inside the root", null);
        }
        else if (top.HasText)
        {
            findings.Broken("parse.text_outside_root", first, "there is text outside the root element" + Consequence, "move it inside, or remove it", null);
        }
    }
}
