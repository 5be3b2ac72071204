using Loja;
using Loja.Api;
using Loja.Pages;
using Microsoft.Extensions.FileProviders;

if (args is ["--faults"])
{
    foreach (var row in Faults.Table) Console.WriteLine($"{(int)row.Fault}\t{row.Fault}\t{row.Where}\t{row.Wrong}");
    return 0;
}

try
{
    var faults = Faults.FromEnvironment();
    await using var database = Database.FromEnvironment();
    await database.PrepareAsync(faults, CancellationToken.None);
    if (Environment.GetEnvironmentVariable("LOJA_READER_PASSWORD") is { Length: > 0 } password)
        await database.CreateReaderAsync(password, CancellationToken.None);
    await using var shop = Build(args, faults, database);
    await shop.StartAsync();
    Console.WriteLine($"loja ready on {string.Join(' ', shop.Urls)}");
    await shop.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (failure is StartException or Npgsql.NpgsqlException or IOException)
{
    await Console.Error.WriteLineAsync($"loja: {failure.Message}");
    return 2;
}

static WebApplication Build(string[] args, Faults faults, Database database)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Logging.SetMinimumLevel(LogLevel.Critical);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
    });
    if (Environment.GetEnvironmentVariable("LOJA_URLS") is { Length: > 0 } urls) builder.WebHost.UseUrls(urls);
    builder.Services.AddSingleton(faults).AddSingleton(database).AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<Signatures>().AddSingleton<Accounts>().AddSingleton<PageServer>();

    var app = builder.Build();
    app.Use(Edge.GuardAsync);
    var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "static"));
    app.UseStaticFiles(new StaticFileOptions { RequestPath = "/static", FileProvider = files });
    app.UseWhen(
        http => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && http.Request.Path != "/health",
        pages => pages.Run(http => http.RequestServices.GetRequiredService<PageServer>().ServeAsync(http)));
    app.UseStatusCodePages(context => Problems.Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));

    app.MapGet("/health", () => Results.Json(new { status = "healthy", service = "quantum", version = "1.0.0" }));
    var api = app.MapGroup("/api");
    ProductsApi.Map(api);
    OrdersApi.Map(api);
    CustomersApi.Map(api);
    ServiceApi.Map(api, faults);
    return app;
}
