namespace Alicerce.Cli.Terminal;

/// <summary>How far something is: one line of the error output that is written over, and nothing at all where that is no terminal.</summary>
internal sealed class CounterLine
{
    private readonly bool _isLive = !Console.IsErrorRedirected;
    private int _length;

    public void Show(string text)
    {
        if (!_isLive) return;
        Console.Error.Write($"\r{text}{new string(' ', Math.Max(0, _length - text.Length))}");
        _length = text.Length;
    }

    public void Erase()
    {
        if (_length > 0) Console.Error.Write($"\r{new string(' ', _length)}\r");
        _length = 0;
    }
}
