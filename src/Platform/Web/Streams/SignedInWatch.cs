using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Platform.Web.Streams;

/// <summary>Asks every minute whether the caller of a long answer may still come in, and ends the answer when not (D8).</summary>
internal static class SignedInWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <param name="context">Of the request that is being answered.</param>
    /// <param name="end">Cancelled when its caller is no longer known; once it is cancelled, nobody asks any more.</param>
    public static async Task RunAsync(HttpContext context, CancellationTokenSource end)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return;
        using var timer = new PeriodicTimer(Interval, context.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
                if (!await IsSignedInAsync(context)) await end.CancelAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The answer has ended.
        }
    }

    private static async Task<bool> IsSignedInAsync(HttpContext context)
    {
        // A scope of its own: within one, a scheme remembers its first answer.
        await using var scope = context.RequestServices.CreateAsyncScope();
        try
        {
            return (await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(context, scheme: null)).Succeeded;
        }
        catch (NpgsqlException)
        {
            return true; // PostgreSQL is away for a moment, and then there is nothing to tell either: the next minute decides.
        }
    }
}
