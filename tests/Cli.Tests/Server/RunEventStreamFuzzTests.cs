using System.Text;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Runs;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Cli.Tests.Server;

public sealed class RunEventStreamFuzzTests
{
    private static readonly string[] Real =
    [
        "id: 11\nevent: result\ndata: {\"id\":11,\"status\":\"passed\"}\n\n: heartbeat\n\nid: 12\nevent: result\ndata: {\"id\":12,\ndata: \"error\":null}\n\nevent: end\ndata: {\"status\":\"passed\"}\n\n",
        "\uFEFFretry: 250\r\nid\r\ndata: 1\r\n\r\ndata: []\r\rdata:{}\n\n",
    ];

    private static readonly string[] Tokens =
        ["id: ", "event: ", "event: end\n", "data: ", "data: {}\n\n", "retry: 99999999999999999999\n", ": ", ":", "\n", "\r", "\r\n", "\n\n", "{", "}", "[", "]", "\"", "\\ud800", "1e999", "null", "\0", "\uFEFF", "é", "id: 11\n"];

    [Fact]
    public Task Nothing_a_server_sends_makes_the_reader_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator(Real.Select(Encoding.UTF8.GetBytes), Tokens), async input =>
        {
            using var over = new CancellationTokenSource();
            using var http = new HttpMessageInvoker(new OneAnswer(input, over));
            using var client = new ServerClient(new ServerTransport(new Uri("http://127.0.0.1:9"), null, TimeProvider.System, http));
            try
            {
                await foreach (var item in new RunEventStream(client, 5).ReadAsync(over.Token)) item.Name.ShouldNotBeNull();
            }
            catch (UserError e)
            {
                e.Message.ShouldContain("not JSON");
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                // The body has ended: the reader would now connect again.
            }
        });

    private sealed class OneAnswer(byte[] body, CancellationTokenSource over) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndingStream(body, over)) });
    }

    /// <summary>Tells when it was read to its end.</summary>
    private sealed class EndingStream(byte[] body, CancellationTokenSource over) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            if (read == 0) over.Cancel();
            return new(read);
        }
    }
}
