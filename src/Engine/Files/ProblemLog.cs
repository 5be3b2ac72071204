namespace Alicerce.Engine.Files;

/// <summary>Hands the problems of one file to a sink: at most <see cref="Limit"/>, so that a hopeless file stays readable.</summary>
internal sealed class ProblemLog(string file, Action<FileProblem> report)
{
    public const int Limit = 1_000;

    private int _reported;

    /// <summary>Errors so far, those beyond the limit included: a part is good when its reading added none.</summary>
    public int Errors { get; private set; }

    public void Error(YamlNode at, string message, string? hint = null) => Error(at.Line, at.Column, message, hint);

    public void Error(int line, int column, string message, string? hint = null)
    {
        Errors++;
        Add(new FileProblem(file, line, column, message, hint));
    }

    public void Warning(YamlNode at, string message, string? hint = null) => Warning(at.Line, at.Column, message, hint);

    public void Warning(int line, int column, string message, string? hint = null) =>
        Add(new FileProblem(file, line, column, message, hint, ProblemSeverity.Warning));

    private void Add(FileProblem problem)
    {
        if (_reported < Limit)
            report(problem with { Message = Printable(problem.Message), Hint = problem.Hint is null ? null : Printable(problem.Hint) });
        else if (_reported == Limit)
            report(problem with { Message = $"More than {Limit} problems; the rest is not shown.", Hint = "Mend the first ones and try again." });
        _reported++;
    }

    /// <summary>Problems quote the file and end on terminals: no control character of the one may reach the other.</summary>
    internal static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Create(text.Length, text, (to, from) =>
        {
            for (int i = 0; i < from.Length; i++)
                to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
        }) : text;
}
