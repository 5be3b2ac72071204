using System.Diagnostics;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;
using Spectre.Console;

namespace Alicerce.Cli.Terminal;

/// <summary>
/// Shows a run while it goes: one line for each case that failed or errored, and on a terminal a counter that stays on the last line.
/// </summary>
internal sealed class RunProgress(IAnsiConsole console, bool live) : IRunListener
{
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _sinceRedraw = Stopwatch.StartNew();
    private int? _total;
    private int _passed, _failed, _errors, _skipped;

    public ValueTask OnAsync(RunEvent e, CancellationToken ct)
    {
        switch (e)
        {
            case RunStarted started:
                _total = started.Total;
                break;
            case CaseFinished { Result: { IsFinal: true } result }:
                Count(result);
                break;
            case RunFinished:
                EraseCounter();
                break;
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Count(CaseResult result)
    {
        switch (result.Status)
        {
            case CaseStatus.Passed: _passed++; break;
            case CaseStatus.Skipped: _skipped++; break;
            case CaseStatus.Failed: _failed++; break;
            default: _errors++; break;
        }
        if (result.Status is CaseStatus.Failed or CaseStatus.Error)
        {
            EraseCounter();
            console.MarkupLineInterpolated($"[red]✗[/] {result.Case.Name} [grey]{Place(result.Case)}[/]");
            console.MarkupLineInterpolated($"  {result.Message}");
        }
        if (live && _sinceRedraw.Elapsed >= RedrawEvery)
        {
            _sinceRedraw.Restart();
            var done = _passed + _failed + _errors + _skipped;
            console.Write($"\r{done}{(_total is { } total ? $"/{total}" : "")} cases  ✓ {_passed}  ✗ {_failed + _errors}  – {_skipped}  ");
        }
    }

    private void EraseCounter()
    {
        if (live)
            console.Write("\r" + new string(' ', 60) + "\r");
    }

    private static string Place(TestCase testCase) => testCase.ComponentPath ?? "";
}
