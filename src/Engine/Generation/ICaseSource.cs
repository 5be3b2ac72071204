using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation;

/// <summary>Makes the cases of one kind from one component. It keeps no state, so the order of components does not matter.</summary>
internal interface ICaseSource
{
    /// <summary>The name in <see cref="GenerationKinds"/> that switches it on.</summary>
    string Kind { get; }

    IEnumerable<TestCase> From(Component component, GenerationContext context);
}
