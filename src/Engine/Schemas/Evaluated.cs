namespace Alicerce.Engine.Schemas;

/// <summary>The members and items of one value that some rule has looked at: what <c>unevaluated…</c> needs to know.</summary>
internal sealed class Evaluated
{
    private HashSet<string>? _members;
    private HashSet<int>? _items;
    private int _prefix;
    private bool _allMembers;

    public void Member(string name) => (_members ??= []).Add(name);
    public void AllMembers() => _allMembers = true;
    public void Item(int index) => (_items ??= []).Add(index);
    public void Prefix(int count) => _prefix = Math.Max(_prefix, count);
    public void AllItems() => _prefix = int.MaxValue;

    public bool HasMember(string name) => _allMembers || _members?.Contains(name) == true;
    public bool HasItem(int index) => index < _prefix || _items?.Contains(index) == true;

    public void Add(Evaluated other)
    {
        _allMembers |= other._allMembers;
        Prefix(other._prefix);
        if (other._members is not null)
            (_members ??= []).UnionWith(other._members);
        if (other._items is not null)
            (_items ??= []).UnionWith(other._items);
    }
}
