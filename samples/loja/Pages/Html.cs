using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Loja.Pages;

/// <summary>Markup that is safe to send. Values put into <see cref="Of"/> are escaped unless they are markup themselves.</summary>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static readonly Html None = new("");

    public static Html Of(FormattableString markup) =>
        new(string.Format(null, markup.Format, Array.ConvertAll(markup.GetArguments(), argument => (object)Escape(argument))));

    /// <summary>One piece of markup per row.</summary>
    public static Html Each<T>(IEnumerable<T> rows, Func<T, Html> row) => new(string.Concat(rows.Select(value => row(value).Text)));

    public static Html Options(IEnumerable<string> values, string? selected = null) =>
        Each(values, value => Of($"<option value=\"{value}\"{new Html(value == selected ? " selected" : "")}>{value}</option>"));

    public static string Money(int cents) => string.Create(null, $"R$ {cents / 100},{cents % 100:00}");

    private static string Escape(object? value) => value is Html html ? html.Text : Encoder.Encode(Convert.ToString(value) ?? "");
}
