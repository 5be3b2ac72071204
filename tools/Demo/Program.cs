using Alicerce.Demo;

// demo                      → runs the story and stops everything
// demo --keep RESULT_FILE   → writes "ok" or "failed" and the closing lines to the file, then keeps the servers up for an hour at most
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal => { signal.Cancel = true; stop.Cancel(); });

try
{
    return await Story.RunAsync(args is ["--keep", var file] ? file : null, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
