using System.Buffers;
using System.Text;
using Alicerce.Harness.Fuzzing;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

public sealed class RespParserTests
{
    private static readonly string[] s_answers =
    [
        "+OK\r\n", "-ERR no\r\n", ":-12\r\n", "$3\r\nabc\r\n", "$-1\r\n", "*-1\r\n", "_\r\n", "#t\r\n", ",1.5\r\n", "(123456789012345678901\r\n", "=7\r\ntxt:abc\r\n",
        "!6\r\nERR no\r\n", "*2\r\n$1\r\na\r\n*1\r\n:1\r\n", "%1\r\n+k\r\n~2\r\n:1\r\n:2\r\n", ">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$1\r\nm\r\n", "|1\r\n+ttl\r\n:3\r\n$2\r\nok\r\n", "*0\r\n",
    ];

    private static readonly string[] s_tokens = ["\r\n", "+", "-", ":", "$", "*", "%", "~", ">", "|", "=", "!", "_\r\n", "#t\r\n", "$-1\r\n", "*-1\r\n", "0", "1", "2", "16", "99999999", "2147483647", "9223372036854775807"];

    [Fact]
    public void However_the_bytes_are_cut_the_answers_are_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(s_answers));
        var whole = Read(bytes, bytes.Length);
        whole.Count.ShouldBe(s_answers.Length);
        for (var piece = 1; piece < 20; piece++) Read(bytes, piece).ShouldBe(whole);
    }

    [Fact]
    public void What_redis_tells_about_a_value_is_skipped_and_nested_lists_keep_their_shape()
    {
        Read(Encoding.UTF8.GetBytes(s_answers[15]), 100).ShouldBe(["Text:ok"]);
        Read(Encoding.UTF8.GetBytes(s_answers[12]), 100).ShouldBe(["List(Text:a,List(1))"]);
    }

    [Theory]
    [InlineData("$2000\r\n", "a length of 2000")]
    [InlineData("*100\r\n", "a length of 100")]
    [InlineData("$-2\r\n", "a length of -2")]
    [InlineData("$3\r\nabcdef", "longer than announced")]
    [InlineData("?1\r\n", "an unknown type")]
    [InlineData(":1x\r\n", "a malformed number")]
    [InlineData(":1\n", "a malformed line")]
    [InlineData("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n", "more than 16 levels")]
    public void What_is_not_resp_or_too_much_is_refused(string text, string expected) =>
        Should.Throw<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes(text), 100, most: 1_000)).Message.ShouldContain(expected);

    [Fact]
    public void The_limit_is_for_each_answer_and_not_for_all_together()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("$600\r\n" + new string('a', 600) + "\r\n", 5)));
        Read(bytes, 64, most: 1_000).Count.ShouldBe(5);
        Should.Throw<InvalidDataException>(() => Read([.. "*2\r\n"u8, .. bytes], 64, most: 1_000));
    }

    [Fact]
    public Task Nothing_makes_the_parser_fail_otherwise_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator([.. s_answers.Select(Encoding.UTF8.GetBytes), Encoding.UTF8.GetBytes(string.Concat(s_answers))], s_tokens), input =>
        {
            var whole = TryRead(input, input.Length + 1);
            var cut = TryRead(input, 7);
            cut.ShouldBe(whole);
        });

    private static List<string> TryRead(byte[] input, int piece)
    {
        List<string> read = [];
        try
        {
            Read(input, piece, 1024 * 1024, read);
        }
        catch (InvalidDataException)
        {
            read.Add("refused");
        }

        return read;
    }

    private static List<string> Read(byte[] input, int piece, int most = 1024 * 1024)
    {
        List<string> read = [];
        Read(input, piece, most, read);
        return read;
    }

    /// <summary>As the connection does: what was not taken is offered again with the next piece behind it, in segments.</summary>
    private static void Read(byte[] input, int piece, int most, List<string> read)
    {
        var parser = new RespParser(most);
        var left = ReadOnlySequence<byte>.Empty;
        for (var at = 0; at < input.Length; at += piece)
        {
            left = Segment.Join(left, input.AsMemory(at, Math.Min(piece, input.Length - at)));
            while (parser.TryRead(ref left, out var reply)) read.Add(Describe(reply));
        }
    }

    private static string Describe(RedisReply reply) => reply.Kind switch
    {
        RespKind.Text or RespKind.Error => $"{reply.Kind}:{Encoding.Latin1.GetString(reply.Bytes!)}",
        RespKind.Number => $"{reply.Number}",
        RespKind.Null => "null",
        _ => $"{reply.Kind}({string.Join(',', reply.Items.Select(Describe))})",
    };

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        private Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public static ReadOnlySequence<byte> Join(ReadOnlySequence<byte> left, ReadOnlyMemory<byte> next)
        {
            if (left.IsEmpty) return new ReadOnlySequence<byte>(next);
            var first = new Segment(left.First, 0);
            var last = first;
            foreach (var memory in left.Slice(left.First.Length)) last = last.Append(memory);
            last = last.Append(next);
            return new ReadOnlySequence<byte>(first, 0, last, next.Length);
        }

        private Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
