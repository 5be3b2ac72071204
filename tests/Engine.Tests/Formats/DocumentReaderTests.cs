using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Tests.Formats;

public sealed class DocumentReaderTests
{
    private static ReadDocument Yaml(string text, ReadLimits? limits = null) => DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(text), limits);

    private static ReadDocument Json(string text, ReadLimits? limits = null) => DocumentReader.ReadJson(Encoding.UTF8.GetBytes(text), limits);

    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("True", "true")]
    [InlineData("~", "null")]
    [InlineData("0o17", "15")]
    [InlineData("017", "17")]
    [InlineData("0xFF", "255")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("+1.50", "1.50")]
    [InlineData(".5", "0.5")]
    [InlineData("1e400", "1e400")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("!!str 1", "\"1\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("-", "[null]")]
    public void Yaml_has_the_types_of_the_core_schema(string yaml, string json) =>
        (Yaml(yaml).Document!.Root?.ToJsonString() ?? "null").ShouldBe(json);

    [Fact]
    public void A_value_stands_where_its_key_stands()
    {
        var yaml = Yaml("a:\n  b:\n    - 1\n    - {c: 2}\n").Document!;
        yaml.PlaceAt("/a/b").ShouldBe(new SourceLocation(2, 3));
        yaml.PlaceAt("/a/b/1").ShouldBe(new SourceLocation(4, 7));
        yaml.PlaceAt("/a/b/1/c").ShouldBe(new SourceLocation(4, 8));
        yaml.PlaceAt("/a/b/7/x").ShouldBe(new SourceLocation(2, 3));
        var json = Json("{\n  \"a\": {\n    \"é\": [1,\n 2]}}").Document!;
        json.PlaceAt("/a/é").ShouldBe(new SourceLocation(3, 5));
        json.PlaceAt("/a/é/1").ShouldBe(new SourceLocation(4, 2));
        json.LineCount.ShouldBe(4);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", 3, 1, "twice")]
    [InlineData("a: [1, 2\n", 2, 1, "not YAML")]
    [InlineData("a: *b", 1, 4, "anchor")]
    [InlineData("a: &b [*b]", 1, 8, "inside the value")]
    [InlineData("? [1, 2]\n: 3", 1, 3, "key must be")]
    [InlineData("a: \"\\U00110000\"", 1, 4, "not YAML")]
    public void Bad_yaml_is_one_problem_with_its_place(string yaml, int line, int column, string says)
    {
        var read = Yaml(yaml);
        read.Document.ShouldBeNull();
        read.Problem!.Message.ShouldContain(says);
        (read.Problem.Line, read.Problem.Column).ShouldBe((line, column));
    }

    [Theory]
    [InlineData("{\"a\": 1,\n \"a\": 2}", 2, 2, "twice")]
    [InlineData("{\"a\": 1,\n // no\n}", 2, 2, "not JSON")]
    [InlineData("[1, 2,]", 1, 7, "not JSON")]
    [InlineData("[\"\\ud800\"]", 1, 2, "Unicode")]
    [InlineData("", 1, 1, "not JSON")]
    [InlineData("{} {}", 1, 4, "not JSON")]
    public void Bad_json_is_one_problem_with_its_place(string json, int line, int column, string says)
    {
        var read = Json(json);
        read.Document.ShouldBeNull();
        read.Problem!.Message.ShouldContain(says);
        (read.Problem.Line, read.Problem.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Aliases_are_copied_and_a_billion_laughs_are_refused()
    {
        Yaml("a: &x {n: 1}\nb: *x\nc: *x").Document!.Root!.ToJsonString().ShouldBe("""{"a":{"n":1},"b":{"n":1},"c":{"n":1}}""");
        var laughs = new StringBuilder("l0: &l0 [ha,ha,ha,ha,ha,ha,ha,ha,ha,ha]\n");
        for (var i = 1; i <= 9; i++)
            laughs.Append($"l{i}: &l{i} [{string.Join(',', Enumerable.Repeat($"*l{i - 1}", 10))}]\n");
        Yaml(laughs.ToString()).Problem!.Message.ShouldContain("500000 values");
    }

    [Fact]
    public void Depth_and_size_are_bounded_in_both_formats()
    {
        Yaml(new string('[', 10_000)).Problem!.Message.ShouldContain("deep");
        Json(new string('[', 10_000)).Problem!.Message.ShouldContain("depth");
        Yaml("aaaa", new ReadLimits { MaxBytes = 3 }).Problem!.Message.ShouldContain("bytes");
        Json("[1,2,3]", new ReadLimits { MaxNodes = 3 }).Problem!.Message.ShouldContain("values");
    }

    /// <summary>The largest file that is taken, made of one piece: what a reader does with it must not depend on what it says.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("a\n")]
    [InlineData("- a\n")]
    [InlineData("[a],")]
    [InlineData("!")]
    [InlineData("#")]
    [InlineData("<")]
    [InlineData("\"\\n")]
    [InlineData("9")]
    [InlineData("\n")]
    public void The_largest_file_of_one_piece_is_read_in_a_moment(string piece)
    {
        foreach (string prefix in new[] { "", "a: ", "openapi: 3.1.0\nx: [" })
        {
            byte[] file = Encoding.UTF8.GetBytes(prefix + string.Concat(Enumerable.Repeat(piece, (ReadLimits.Default.MaxBytes - prefix.Length) / piece.Length)));
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            DocumentReader.ReadYaml(file);
            // Less than a second on an idle machine; what depends on the square of its size takes hours.
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), prefix);
            // All that was ever allocated, not what was held at once.
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(400L << 20, prefix);
        }
    }

    [Fact]
    public void Only_the_first_yaml_document_is_read_and_that_is_said()
    {
        var read = Yaml("a: 1\n---\nb: 2\n");
        read.Document!.Root!["a"]!.GetValue<int>().ShouldBe(1);
        read.Warnings.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_a_problem()
    {
        DocumentReader.ReadYaml(new byte[] { (byte)'a', (byte)'\n', 0xFF }).Problem!.Line.ShouldBe(2);
        DocumentReader.ReadJson(new byte[] { (byte)'"', 0xFF, (byte)'"' }).Problem.ShouldNotBeNull();
        DocumentReader.ReadYaml(Encoding.UTF8.Preamble.ToArray().Concat("a: 1"u8.ToArray()).ToArray()).Document!.Root.ShouldBeOfType<JsonObject>();
    }
}
