using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>Tells the <see cref="Migrator"/> about one module's schema and how to open it on a given connection.</summary>
/// <param name="Name">The PostgreSQL schema.</param>
/// <param name="Open">Makes the context on the migrator's connection, outside any pool.</param>
/// <param name="Assembly">Where its migrations are compiled.</param>
public sealed record ModuleSchema(string Name, Func<NpgsqlConnection, ModuleDb> Open, System.Reflection.Assembly Assembly)
{
    /// <summary>
    /// Extensions it uses where PostgreSQL has them, and does without elsewhere. What is there is told by <c>to_regtype</c> and its like, asked as the
    /// server's own role.
    /// </summary>
    public IReadOnlyList<string> OptionalExtensions { get; init; } = [];

    /// <summary>Tables that are made of others at a start, such as those with types of an extension: a backup has to be read where that is not.</summary>
    public IReadOnlyList<string> NotBackedUp { get; init; } = [];

    /// <summary>Tables that a backup holds without their rows, such as those that name transactions of this cluster.</summary>
    public IReadOnlyList<string> BackedUpEmpty { get; init; } = [];

    public static ModuleSchema Of<TDb>(string name, Func<DbContextOptions<TDb>, TimeProvider, TDb> make)
        where TDb : ModuleDb =>
        new(name, connection => make(Options<TDb>(name, connection), TimeProvider.System), typeof(TDb).Assembly);

    /// <summary>The options each context of this schema needs, at run time, in migrations and at design time alike.</summary>
    public static DbContextOptions<TDb> Options<TDb>(string schema, System.Data.Common.DbConnection connection)
        where TDb : ModuleDb =>
        new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable(ModuleDb.HistoryTable, schema))
            .Options;
}
