namespace Alicerce.Outbound;

/// <summary>A connection that the <see cref="EgressPolicy"/> does not permit. The message names the rule and says how to mend it.</summary>
public sealed class EgressRefusedException(string message) : Exception(message)
{
    /// <summary>The refusal inside an exception that HTTP or database clients wrapped around it; null when it is about something else.</summary>
    public static EgressRefusedException? FindIn(Exception? exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
            if (at is EgressRefusedException refused)
                return refused;
        return null;
    }
}
