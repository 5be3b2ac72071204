using System.Text;

namespace Alicerce.Bench;

/// <summary>Answers one small JSON document on every path, as fast as the framework can: what is measured is the runner, not the target.</summary>
internal static class StaticTarget
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"status":"ok","items":[{"id":1,"name":"café"},{"id":2,"name":"pão"}],"total":2}""");

    public static async Task<int> ServeAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Body.Length;
            await context.Response.Body.WriteAsync(Body);
        });
        await app.RunAsync();
        return 0;
    }
}
