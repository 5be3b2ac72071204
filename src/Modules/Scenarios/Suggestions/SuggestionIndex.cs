using System.Collections.Concurrent;
using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Vectors.Indexes;
using Alicerce.Vectors.Indexes.Words;
using Alicerce.Vectors.Search;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>All titles in memory: their vectors, their words and whose they are. Safe to search while it is written to (T000-26).</summary>
#pragma warning disable CA1001 // Who still searches an index that was replaced must be able to: the collector ends it.
internal sealed class SuggestionIndex
#pragma warning restore CA1001
{
    /// <summary>Few titles are equal, and each hit that is told why costs time.</summary>
    private const int MoreThanAsked = 2;

    /// <summary>Of one question, however many titles are equal or under its threshold.</summary>
    private const int MostLookedAt = 2_000;

    private readonly AdaptiveIndex _vectors;
    private readonly WordsIndex _words = new();
    private readonly HybridSearch _search;
    private readonly ConcurrentDictionary<int, IndexedScenario> _rows = new();
    private readonly Dictionary<int, int> _ofProject = [];
    private readonly Lock _writing = new();

    /// <summary>Projects that have scenarios here, 0 for the house: who sees all of them needs no filter.</summary>
    private volatile int[] _owners = [];

    public SuggestionIndex(EmbeddingModel model)
    {
        Model = model;
        _vectors = new AdaptiveIndex(model.Dimensions);
        _search = new HybridSearch(_vectors, _words);
    }

    public EmbeddingModel Model { get; }

    public int Count => _rows.Count;

    public int VectorCount => _vectors.Count;

    /// <summary>How vectors are searched: exact, every one of them; or hnsw, a graph that finds nearly all of the nearest.</summary>
    public string Kind => _vectors.Hnsw is null ? "exact" : "hnsw";

    /// <summary>There are so many vectors that a graph answers sooner.</summary>
    public bool NeedsGraph => _vectors.NeedsBuild;

    /// <summary>Builds it while searches go on; changes made meanwhile are in it.</summary>
    public Task BuildGraphAsync(IProgress<double> progress, CancellationToken ct) => _vectors.BuildAsync(ct, progress);

    /// <param name="vector">Of the index's model; a title without one is not found until it has one: nothing is shown without its similarity.</param>
    public void Upsert(IndexedScenario scenario, float[]? vector)
    {
        lock (_writing)
        {
            var known = _rows.GetValueOrDefault(scenario.Id);
            // Who owns it first: a search that begins now has to know that it needs a filter.
            if (known is null || known.ProjectId != scenario.ProjectId)
            {
                CountOwner(scenario.ProjectId, 1);
                if (known is not null) CountOwner(known.ProjectId, -1);
            }

            _rows[scenario.Id] = scenario;
            if (known?.Title != scenario.Title) _words.Upsert(scenario.Id, scenario.Title);
            if (vector is not null) _vectors.Upsert(scenario.Id, vector);
            else if (known is not null && known.Title != scenario.Title) _vectors.Remove(scenario.Id);
        }
    }

    public void Remove(int id)
    {
        lock (_writing)
        {
            if (!_rows.TryRemove(id, out var known)) return;
            _vectors.Remove(id);
            _words.Remove(id);
            CountOwner(known.ProjectId, -1);
        }
    }

    public async ValueTask<IReadOnlyList<Suggestion>> SearchAsync(Question question, CancellationToken ct)
    {
        var query = await Model.EmbedQueryAsync(question.Text, ct);
        return question.IsHybrid ? ByMeaningAndWords(question, query) : ByMeaning(question, query);
    }

    /// <summary>Scenarios that say nearly the same as a title, and are not equal to another of them.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> DuplicatesAsync(string title, Visibility visible, int k, CancellationToken ct) =>
        ByMeaning(new Question(title, k, IsHybrid: false, Model.DuplicateThreshold, visible), await Model.EmbedQueryAsync(title, ct));

    /// <summary>The order of the source: by the cosine alone (S000-API-04).</summary>
    private List<Suggestion> ByMeaning(Question question, float[] query)
    {
        var found = new List<Suggestion>(question.K);
        foreach (var (id, similarity) in _vectors.Search(query, question.K, FilterOf(question.Visible)))
        {
            // One that was deleted this very moment is dropped; its similarity is nobody else's (T000-01).
            if (similarity < (question.Threshold ?? -1) || !_rows.TryGetValue(id, out var row) || !question.Visible.Sees(row)) continue;
            found.Add(new Suggestion(id, row.Title, Rounded(similarity)));
        }

        return found;
    }

    /// <summary>Equal titles are one hit (T000-21), so it is looked further until there are enough, or no more.</summary>
    private List<Suggestion> ByMeaningAndWords(Question question, float[] query)
    {
        var filter = FilterOf(question.Visible);
        for (var wanted = question.K + MoreThanAsked; ; wanted = Math.Min(wanted * 4, MostLookedAt))
        {
            var hits = _search.Search(question.Text, query, wanted, (float)(question.Threshold ?? Model.NoiseThreshold), filter);
            var found = Collapsed(hits.Where(hit => question.Threshold is not { } least || hit.Similarity >= least), question);
            if (found.Count == question.K || hits.Count < wanted || wanted == MostLookedAt) return found;
        }
    }

    private List<Suggestion> Collapsed(IEnumerable<HybridHit> hits, Question question)
    {
        var found = new List<Suggestion>(question.K);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            if (!_rows.TryGetValue(hit.Id, out var row) || !question.Visible.Sees(row)) continue;
            if (places.TryGetValue(row.Folded, out var place)) found[place] = found[place] with { SameTitle = (found[place].SameTitle ?? 0) + 1 };
            else if (found.Count < question.K)
            {
                places[row.Folded] = found.Count;
                found.Add(new Suggestion(hit.Id, row.Title, Rounded(hit.Similarity), Rounded(hit.Score), [.. hit.Why.Select(TextOf)]));
            }
        }

        return found;
    }

    private static string TextOf(Reason reason) => reason.Kind switch
    {
        ReasonKind.Meaning => $"meaning: {reason.Text}",
        ReasonKind.Similar => $"similar: {reason.Text}",
        _ => $"word: {reason.Text}",
    };

    private static double Rounded(float similarity) => Math.Round(similarity, 6);

    private Func<int, bool>? FilterOf(Visibility visible) =>
        visible.Tags.Count == 0 && Array.TrueForAll(_owners, visible.SeesOwner) ? null : id => _rows.TryGetValue(id, out var row) && visible.Sees(row);

    private void CountOwner(int? projectId, int by)
    {
        var owner = projectId ?? 0;
        var count = _ofProject.GetValueOrDefault(owner) + by;
        if (count == 0) _ofProject.Remove(owner);
        else _ofProject[owner] = count;
        if (count == 0 || (count == 1 && by == 1)) _owners = [.. _ofProject.Keys];
    }
}
