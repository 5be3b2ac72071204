using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Check;

/// <summary>Puts file and line before what is wrong with a case itself, when a file has it: that is where it is mended.</summary>
internal static class CaseMistakes
{
    public static RunEvent Place(RunEvent runEvent, KeyPlaces lines) =>
        runEvent is CaseFinished { Result: { Status: CaseStatus.Error, Reason: Reasons.InvalidCase or Reasons.UnknownVariable or Reasons.SecretRefused } result }
        && lines.Find(result.Case.Key) is { } place
            ? new CaseFinished(result with { Message = $"{place}: {result.Message}" })
            : runEvent;
}
