using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>A cookie or one of its attributes: <c>session</c> is the value, <c>session[HttpOnly]</c> the flag.</summary>
internal static class CookieValue
{
    public static string? SubjectProblem(string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject)) return "a cookie's name is missing";
        return subject.Contains('[', StringComparison.Ordinal) && !subject.EndsWith(']') ? $"'{subject}' must end with ]" : null;
    }

    public static Observed Find(string subject, Answer answer, CookieJar jar)
    {
        var bracket = subject.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? subject : subject[..bracket];
        var attribute = bracket < 0 ? null : subject[(bracket + 1)..^1];
        foreach (var header in answer.HeaderValues("Set-Cookie"))
        {
            var parts = header.Split(';', StringSplitOptions.TrimEntries);
            if (!parts[0].StartsWith(name + "=", StringComparison.Ordinal)) continue;
            return attribute is null ? Observed.Of(parts[0][(name.Length + 1)..].Trim('"')) : Attribute(parts, attribute);
        }
        return attribute is null && answer.Request is { } request ? Observed.Of(jar.Value(request.Url, name)) : Observed.Nothing;
    }

    private static Observed Attribute(string[] parts, string attribute)
    {
        foreach (var part in parts.Skip(1))
        {
            if (part.Equals(attribute, StringComparison.OrdinalIgnoreCase)) return new Observed(Exists: true, true, 1);
            if (part.StartsWith(attribute + "=", StringComparison.OrdinalIgnoreCase)) return Observed.Of(part[(attribute.Length + 1)..]);
        }
        return Observed.Nothing;
    }
}
