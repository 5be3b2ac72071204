namespace Alicerce.Platform.Data;

/// <summary>A condition of the machine or of the settings that stops the start; the message says what, where and how to mend it.</summary>
public sealed class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
