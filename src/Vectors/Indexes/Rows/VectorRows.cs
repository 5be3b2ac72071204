using System.Collections.Concurrent;

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>
/// The vectors of an index by slot. One writer at a time appends; readers take a <see cref="View"/> and need no lock: rows do not change once they are in a view,
/// and replacing is appending the new row and letting the old one die in the same version. (A reader/writer lock would hold every search up while
/// one writer waits for the longest of them.) Dead rows are left behind by copying the living ones to new rows.
/// </summary>
internal sealed class VectorRows(RowLayout layout)
{
    private const int DeadAllowed = 256;
    private readonly ConcurrentDictionary<int, int> _slots = new();
    private RowsView _view = RowsView.Empty;
    private int _dead;

    public RowLayout Layout => layout;

    public RowsView View => Volatile.Read(ref _view);

    public int Live => View.Count - Volatile.Read(ref _dead);

    /// <summary>Whether a copy without the dead rows is due: a quarter of the living ones is allowed, so that copying costs each change a small, constant share.</summary>
    public bool IsWorn => _dead > DeadAllowed + (Live / 4);

    public bool HasDead => _dead > 0;

    public bool TryCopy(int id, Span<float> vector)
    {
        if (vector.Length != layout.Dimensions)
            throw new ArgumentException($"There is room for {vector.Length} numbers, and vectors of this index have {layout.Dimensions}.", nameof(vector));
        if (!_slots.TryGetValue(id, out var slot)) return false;
        View.CopyTo(slot, vector);
        return true;
    }

    /// <summary>Writes a row that no view shows before <see cref="Publish"/>.</summary>
    public int Write(int id, ReadOnlySpan<float> unit)
    {
        var slot = _view.Count;
        if (slot >> RowChunk.Shift == _view.Chunks.Length) Volatile.Write(ref _view, new RowsView([.. _view.Chunks, new RowChunk(layout)], slot, _view.Version));
        _view.Chunks[slot >> RowChunk.Shift].Write(slot & RowChunk.Mask, id, unit);
        return slot;
    }

    /// <summary>Shows the row last written, in the place of the one its id had; gives the slot of that one.</summary>
    public int? Publish()
    {
        var (slot, version) = (_view.Count, _view.Version + 1);
        var id = _view.Id(slot);
        int? before = _slots.TryGetValue(id, out var old) ? old : null;
        if (before is not null) Bury(old, version);
        _slots[id] = slot;
        Volatile.Write(ref _view, new RowsView(_view.Chunks, slot + 1, version));
        return before;
    }

    public int? Remove(int id)
    {
        if (!_slots.TryRemove(id, out var slot)) return null;
        var version = _view.Version + 1;
        Bury(slot, version);
        Volatile.Write(ref _view, new RowsView(_view.Chunks, _view.Count, version));
        return slot;
    }

    /// <summary>The living rows, in their order, as new rows.</summary>
    public VectorRows WithoutDead()
    {
        var rows = new VectorRows(layout);
        rows.Append(View);
        return rows;
    }

    /// <summary>Adds the living rows of others.</summary>
    public unsafe void Append(RowsView others)
    {
        for (var slot = 0; slot < others.Count; slot++)
        {
            if (!others.IsLive(slot)) continue;
            Write(others.Id(slot), new ReadOnlySpan<float>(others.Vector(slot), layout.Dimensions));
            Publish();
        }

        GC.KeepAlive(others);
    }

    private void Bury(int slot, int version)
    {
        Volatile.Write(ref _view.Chunks[slot >> RowChunk.Shift].Died[slot & RowChunk.Mask], version);
        Volatile.Write(ref _dead, _dead + 1);
    }
}
