using Alicerce.Platform.Projects;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Tests.Projects;

public sealed class EnvironmentSecretReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DB_PASSWORD", "s3cret")]
    [InlineData("db-password", "s3cret")]
    [InlineData("other", null)]
    [InlineData("", null)]
    public async Task A_secret_is_read_from_the_variable_of_its_key(string key, string? expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ALICERCE_SECRET_DB_PASSWORD"] = "s3cret" }).Build();
        (await new EnvironmentSecretReader(configuration).ReadAsync(key, 1, null, Ct)).ShouldBe(expected);
    }
}
