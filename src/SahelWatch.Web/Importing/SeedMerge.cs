using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SahelWatch.Editing;

namespace SahelWatch.Importing;

/// <summary>
/// Brings rows of the database to the state of records that no database has seen: a row found by its natural key takes
/// the record's values, a record without a row becomes one. References are re-pointed from records to rows, so records
/// must be merged before those that refer to them. Nothing is deleted but children and links.
/// </summary>
/// <param name="edited">Names of records that people changed: their rows stay as they are.</param>
internal sealed class SeedMerge(DbContext db, IReadOnlySet<string> edited)
{
    private readonly Dictionary<object, object> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _kept = [];

    /// <summary>Names of the records that were left alone.</summary>
    public IReadOnlyList<string> Kept => _kept;

    /// <summary>Whether the set may write a record's row.</summary>
    public bool Takes(IRecord record) => !edited.Contains(RecordName.Of(record));

    public T RowOf<T>(T record) where T : class => (T)_rows[record];

    /// <summary>Merges all records of a kind that has no children; links and children are the caller's.</summary>
    public void All<T>(IReadOnlyList<T> records, IReadOnlyDictionary<string, T> existing, Func<T, string> key)
        where T : class
    {
        foreach (var record in records)
        {
            _rows[record] = existing.GetValueOrDefault(key(record)) ?? New<T>();
        }
        foreach (var record in records)
        {
            if (record is IRecord one && !Takes(one))
            {
                _kept.Add(RecordName.Of(one));
            }
            else
            {
                Copy(record, nameof(IRecord.Version));
            }
        }
    }

    /// <summary>Merges one record into its row, a new one where <paramref name="existing"/> is null.</summary>
    public T One<T>(T record, T? existing, params string[] except) where T : class
    {
        _rows[record] = existing ?? New<T>();
        return Copy(record, except);
    }

    public void Children<T>(List<T> children, List<T> records, Func<T, string> key) where T : class
    {
        var wanted = records.ToDictionary(key, StringComparer.Ordinal);
        children.RemoveAll(child => !wanted.ContainsKey(key(child)));
        var present = children.ToDictionary(key, StringComparer.Ordinal);
        foreach (var record in records)
        {
            var found = present.GetValueOrDefault(key(record));
            _rows[record] = found ?? New<T>();
            Fill(record, TypeOf<T>(), []);
            if (found is null)
            {
                children.Add((T)_rows[record]);
            }
        }
    }

    public void Links<T>(List<T> links, List<T> records) where T : class
    {
        var wanted = records.ConvertAll(RowOf);
        links.RemoveAll(link => !wanted.Contains(link));
        links.AddRange(wanted.Except(links).ToList());
    }

    private T Copy<T>(T record, params string[] except) where T : class
    {
        var row = (T)_rows[record];
        Fill(record, TypeOf<T>(), db.Entry(row).State == EntityState.Detached ? [] : except);
        if (db.Entry(row).State == EntityState.Detached)
        {
            db.Add(row);
        }
        return row;
    }

    private void Fill(object record, IEntityType type, string[] except)
    {
        var row = _rows[record];
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } member
                && !IsGenerated(property)
                && !property.GetContainingForeignKeys().Any(key => key.PrincipalKey.Properties.Any(IsGenerated))
                && !except.Contains(property.Name))
            {
                member.SetValue(row, Own(member.GetValue(record)));
            }
        }
        foreach (var navigation in type.GetNavigations()
            .Where(one => one.IsOnDependent && one.PropertyInfo is not null))
        {
            var target = navigation.PropertyInfo!.GetValue(record);
            if (target is not null || !navigation.ForeignKey.IsRequired)
            {
                navigation.PropertyInfo.SetValue(row, target is null ? null : _rows[target]);
            }
        }
    }

    private static bool IsGenerated(IReadOnlyProperty property) =>
        property.IsPrimaryKey() && property.ValueGenerated != ValueGenerated.Never;

    /// <summary>Lists are copied, so that a row never shares one with its record.</summary>
    private static object? Own(object? value) =>
        value is IList list and not Array ? Activator.CreateInstance(list.GetType(), list) : value;

    private IEntityType TypeOf<T>() => db.Model.FindEntityType(typeof(T))!;

    private static T New<T>() where T : class => Activator.CreateInstance<T>();
}
