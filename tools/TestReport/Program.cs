using Alicerce.Tools.TestReport;

// test-report summary RESULTS_DIR            → totals, failed tests, and the plain line "N passed, N failed"
// test-report requirements RESULTS_DIR TSV   → holds docs/requirements.tsv against the last results (D28)
const int Usage = 2;

switch (args)
{
    case ["summary", var results]:
        return Summary.Print(TestResults.ReadAll(results), Console.Out);
    case ["requirements", var results, var table]:
        return Traceability.Check(TestResults.ReadAll(results), RequirementTable.Read(table), Console.Out);
    default:
        Console.Error.WriteLine("usage: test-report summary RESULTS_DIR | test-report requirements RESULTS_DIR TSV");
        return Usage;
}
