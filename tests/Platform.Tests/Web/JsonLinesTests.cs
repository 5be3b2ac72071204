using System.Buffers;
using System.Text;
using System.Text.Json;
using Alicerce.Platform.Web.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Tests.Web;

public sealed class JsonLinesTests
{
    [Fact]
    [Trait("Trap", "T001-78")]
    public void Extra_properties_cannot_overwrite_the_reserved_names()
    {
        var line = Write("{Level} {Timestamp} {Service} {Other}", ["hacked", "never", "mine", 7]);
        line.GetProperty("level").GetString().ShouldBe("WARNING");
        line.GetProperty("service").GetString().ShouldBe("alicerce");
        line.GetProperty("timestamp").TryGetDateTimeOffset(out _).ShouldBeTrue();
        line.GetProperty("other").GetInt32().ShouldBe(7);
        line.EnumerateObject().Select(property => property.Name).ShouldBeUnique();
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("AccessToken")]
    [InlineData("Authorization")]
    [InlineData("ApiKey")]
    [InlineData("ClientSecret")]
    [Trait("Req", "S001-SEC-12")]
    public void What_promises_a_secret_is_masked_in_properties_and_message(string name)
    {
        var line = Write($"signing in with {{{name}}}", ["hunter2"]);
        line.GetRawText().ShouldNotContain("hunter2");
        line.GetProperty("message").GetString().ShouldBe("signing in with ***");
    }

    [Fact]
    public void A_line_break_in_a_value_stays_inside_its_line()
    {
        var text = WriteText("{Path}", ["a\nINFO forged\u2028"]);
        text.TrimEnd('\n').ShouldNotContain('\n');
        JsonElement.Parse(text).GetProperty("path").GetString().ShouldBe("a\nINFO forged\u2028");
    }

    [Fact]
    public void An_exception_tells_where_it_came_from()
    {
        try
        {
            throw new InvalidOperationException("broken");
        }
        catch (InvalidOperationException e)
        {
            var line = Write("failed", [], e);
            line.GetProperty("exception").GetString().ShouldNotBeNull().ShouldContain("broken");
            line.GetProperty("func").GetString().ShouldBe(nameof(An_exception_tells_where_it_came_from));
            line.GetProperty("line").GetInt32().ShouldBeGreaterThan(0);
        }
    }

    private static JsonElement Write(string template, object[] values, Exception? exception = null) =>
        JsonElement.Parse(WriteText(template, values, exception));

    private static string WriteText(string template, object[] values, Exception? exception = null)
    {
        var state = new Capture();
#pragma warning disable CA2254 // the template is what these tests vary
        LoggerExtensions.Log(state, LogLevel.Warning, exception, template, values);
#pragma warning restore CA2254
        var buffer = new ArrayBufferWriter<byte>();
        new JsonLines(TimeProvider.System).Write(buffer, state.Entry!.Value, null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Capture : ILogger
    {
        public LogEntry<object?>? Entry { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entry = new LogEntry<object?>(logLevel, "test", eventId, state, exception, (_, e) => formatter(state, e));
    }
}
