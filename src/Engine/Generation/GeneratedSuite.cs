using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation;

/// <summary>The cases, in a stable order and with unique keys, and what a person should know about what was left out.</summary>
public sealed record GeneratedSuite(IReadOnlyList<TestCase> Cases, IReadOnlyList<GenerationNote> Notes);

/// <summary>Something that generation decided and that is not visible in the cases: mostly, why a case is missing.</summary>
/// <param name="Code">Stable, lower case: <c>no_components</c>, <c>unreachable_action</c>, <c>needs_auth_profile</c>.</param>
/// <param name="Message">One sentence, with what to do about it.</param>
/// <param name="ComponentPath">The component it is about; null when it is about the whole suite.</param>
/// <param name="Severity">A warning means that less is tested than the reader may think.</param>
public sealed record GenerationNote(string Code, string Message, string? ComponentPath = null, FindingSeverity Severity = FindingSeverity.Info);
