using System.Globalization;
using Alicerce.Outbound;
using Alicerce.Vectors.Embedding.Bert;
using Alicerce.Vectors.Embedding.BuiltIn;
using Alicerce.Vectors.Embedding.Http;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Modules.Scenarios.Embeddings;

/// <summary>
/// Which model this server embeds with: <c>ALICERCE_EMBEDDINGS=builtin</c>; <c>bert:FOLDER</c> with a sentence-transformers model; or <c>openai</c>, any service that
/// speaks its <c>/embeddings</c>, with the settings of S001-COD-07 (<c>EMBEDDING_MODEL</c>, <c>EMBEDDING_DIMENSIONS</c>, <c>OPENAI_API_KEY</c>).
/// </summary>
internal static class EmbeddingSettings
{
    public const string Choice = "ALICERCE_EMBEDDINGS";
    public const string Address = "ALICERCE_EMBEDDINGS_URL";
    public const string Model = "EMBEDDING_MODEL";
    public const string Dimensions = "EMBEDDING_DIMENSIONS";
    public const string Key = "OPENAI_API_KEY";
    private const string BuiltIn = "builtin";
    private const string Bert = "bert:";
    private const string OpenAi = "openai";
    private const int MostDimensions = 8_192;

    public static IEnumerable<string> Check(IConfiguration configuration)
    {
        var choice = configuration[Choice];
        if (choice is null or "" or BuiltIn) return [];
        if (choice == OpenAi) return CheckService(configuration);
        if (!choice.StartsWith(Bert, StringComparison.Ordinal)) return [$"{Choice} is '{choice}': use {BuiltIn}, {OpenAi}, or {Bert}FOLDER with a model that 'alicerce models pull' brought."];
        return Directory.Exists(choice[Bert.Length..]) ? [] : [$"{Choice} names the folder '{choice[Bert.Length..]}', which is not there."];
    }

    /// <param name="egress">Of the house; the service's own address is added, because the settings name it.</param>
    /// <exception cref="Vectors.Embedding.Bert.Files.ModelFileException">The folder holds no model that can be read.</exception>
    public static EmbeddingModels Read(IConfiguration configuration, EgressPolicy egress, TimeProvider clock)
    {
        var builtIn = new EmbeddingModel(new BuiltInEmbeddingGenerator(), BuiltInEmbeddingGenerator.Model, BuiltInEmbeddingGenerator.Dimensions, isBuiltIn: true)
        {
            NoiseThreshold = BuiltInEmbeddingGenerator.NoiseSimilarity,
            DuplicateThreshold = BuiltInEmbeddingGenerator.DuplicateSimilarity,
        };
        var choice = configuration[Choice] ?? "";
        if (choice == OpenAi) return new EmbeddingModels(Service(configuration, egress, clock), builtIn);
        if (!choice.StartsWith(Bert, StringComparison.Ordinal)) return new EmbeddingModels(builtIn, builtIn);
        var bert = BertEmbeddingGenerator.Load(choice[Bert.Length..]);
        return new EmbeddingModels(new EmbeddingModel(bert, bert.ModelName, bert.Dimensions, isBuiltIn: false), builtIn);
    }

    private static EmbeddingModel Service(IConfiguration configuration, EgressPolicy egress, TimeProvider clock)
    {
        var usual = new HttpEmbeddingOptions { Endpoint = new Uri(configuration[Address]!) };
        var options = usual with
        {
            ApiKey = configuration[Key] is { Length: > 0 } key ? new Secret(key) : null,
            Model = configuration[Model] is { Length: > 0 } model ? model : usual.Model,
            Dimensions = DimensionsOf(configuration) ?? usual.Dimensions,
        };
        var guard = new ConnectGuard(EgressPolicy.Only(options.Endpoint) with { OwnEndpoints = egress.OwnEndpoints }, new ConnectGuardOptions { Clock = clock });
        return new EmbeddingModel(new HttpEmbeddingGenerator(guard, options, clock), $"{options.Model}@{options.Dimensions}", options.Dimensions, isBuiltIn: false);
    }

    private static IEnumerable<string> CheckService(IConfiguration configuration)
    {
        if (!(Uri.TryCreate(configuration[Address], UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }))
            yield return $"{Address} has to be the http or https address below which 'embeddings' answers, without user, query and fragment, such as https://host/v1.";
        if (configuration[Dimensions] is { Length: > 0 } dimensions && DimensionsOf(configuration) is null)
            yield return $"{Dimensions} is '{dimensions}': use a number from 1 to {MostDimensions}, as the model gives them.";
    }

    private static int? DimensionsOf(IConfiguration configuration) =>
        int.TryParse(configuration[Dimensions], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDimensions ? number : null;
}
