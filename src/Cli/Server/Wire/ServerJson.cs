using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Cli.Server.Wire;

/// <summary>
/// How the wire is read and written, generated at build time so that nothing is reflected at start. What a record demands has to be there;
/// what it does not know is passed over.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 64)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(RemoteProject))]
[JsonSerializable(typeof(ProjectInput))]
[JsonSerializable(typeof(RemoteEnvironment))]
[JsonSerializable(typeof(EnvironmentInput))]
[JsonSerializable(typeof(RemoteDatasource))]
[JsonSerializable(typeof(DatasourceInput))]
[JsonSerializable(typeof(RemoteSuite))]
[JsonSerializable(typeof(SuitePatch))]
[JsonSerializable(typeof(RemoteCase))]
[JsonSerializable(typeof(GenerateInput))]
[JsonSerializable(typeof(GenerateAnswer))]
[JsonSerializable(typeof(SuiteDifference))]
[JsonSerializable(typeof(IReadOnlyList<ImportProblem>))]
[JsonSerializable(typeof(ScanAnswer))]
[JsonSerializable(typeof(AuditRow))]
[JsonSerializable(typeof(AuditVerification))]
[JsonSerializable(typeof(RunInput))]
[JsonSerializable(typeof(RunAccepted))]
[JsonSerializable(typeof(RunHead))]
[JsonSerializable(typeof(ResultEvent))]
[JsonSerializable(typeof(ResultDetails))]
[JsonSerializable(typeof(IReadOnlyList<HistoryEntry>))]
[JsonSerializable(typeof(ComparisonAnswer))]
[JsonSerializable(typeof(RemotePort))]
[JsonSerializable(typeof(AllocateInput))]
[JsonSerializable(typeof(AllocateAnswer))]
[JsonSerializable(typeof(ReleaseInput))]
[JsonSerializable(typeof(ReleaseAnswer))]
[JsonSerializable(typeof(ReserveInput))]
[JsonSerializable(typeof(ReserveAnswer))]
[JsonSerializable(typeof(PortCheck))]
[JsonSerializable(typeof(IReadOnlyList<RemoteRange>))]
[JsonSerializable(typeof(RemoteRange))]
[JsonSerializable(typeof(RangeInput))]
[JsonSerializable(typeof(ImportInput))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(DriftAnswer))]
[JsonSerializable(typeof(RemoteHostAlias))]
[JsonSerializable(typeof(HostInput))]
[JsonSerializable(typeof(GeneratedConfig))]
[JsonSerializable(typeof(TemplateInput))]
internal sealed partial class ServerJson : JsonSerializerContext;
