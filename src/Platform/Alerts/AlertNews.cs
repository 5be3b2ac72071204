using System.Text;
using Alicerce.Platform.Data.Rows;

namespace Alicerce.Platform.Alerts;

/// <param name="Change"><c>fired</c>, <c>reminder</c> or <c>resolved</c>.</param>
internal sealed record AlertLine(string Change, string Tipo, string Mensagem, string Severidade, DateTimeOffset Since)
{
    public const string Fired = "fired";
    public const string Reminder = "reminder";
    public const string Resolved = "resolved";
}

/// <summary>What one look found new: one message, however many routes a slow database slows.</summary>
internal sealed record AlertNews(IReadOnlyList<AlertLine> Alertas)
{
    /// <summary>Slack's limit for a section, and more than anybody reads.</summary>
    private const int Longest = 3000;

    private const int RoomForRest = 60;

    /// <summary>In Slack's writing, with its three special characters escaped.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Alertas.Count; i++)
        {
            var line = LineOf(Alertas[i]);
            if (text.Length + line.Length + RoomForRest > Longest) return text.Append($"… e mais {Alertas.Count - i}, ver GET /api/v1/alerts").ToString();
            text.Append(line).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string LineOf(AlertLine alert)
    {
        var sign = alert switch
        {
            { Change: AlertLine.Resolved } => ":white_check_mark: resolvido",
            { Change: AlertLine.Reminder } => ":repeat: continua",
            { Severidade: Alert.Critical } => ":rotating_light: alerta",
            _ => ":warning: alerta",
        };
        return $"{sign} *{alert.Tipo}* ({alert.Severidade}) {Escaped(alert.Mensagem)} (desde {alert.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
