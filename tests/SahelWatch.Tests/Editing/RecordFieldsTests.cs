using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class RecordFieldsTests
{
    /// <summary>Keys and versions; relations are records of their own.</summary>
    private static readonly string[] Bookkeeping =
        ["Id", "Slug", "Version", nameof(Actor.RelationsFrom), nameof(Actor.RelationsTo)];

    private static readonly IModel Model = ModelOf();

    public static TheoryData<Type> Types =>
        [typeof(Actor), typeof(ActorRelation), typeof(Place), typeof(PoliticalEvent), typeof(Source)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_property_and_collection_is_one_field(Type type)
    {
        var told = new List<string>();
        foreach (var (name, change) in Changes(Model.FindEntityType(type)!))
        {
            var record = Sample(type);
            var before = RecordFields.Of(record);

            change(record);

            var changed = Assert.Single(IncidentFields.Differences(before, RecordFields.Of(record)));
            told.Add(changed.Field);
            Assert.True(changed.After is not null, name);
        }
        Assert.Equal(RecordFields.Of(Sample(type)).Select(field => field.Field).Order(), told.Order());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Form_has_the_fields_of_the_record_in_the_same_order(Type type)
    {
        var record = Sample(type);

        Assert.Equal(
            RecordFields.Of(record).Select(field => field.Field),
            RecordSheet.Of(RecordName.KindOf(record)).Select(field => field.Name));
    }

    [Fact]
    public void Text_of_every_embedded_record_is_what_the_form_writes_of_it()
    {
        IEnumerable<IRecord> records =
        [
            .. Repository.Set.Actors, .. Repository.Set.Relations, .. Repository.Set.Places,
            .. Repository.Set.PoliticalEvents, .. Repository.Set.Sources,
        ];
        foreach (var record in records)
        {
            var fields = RecordSheet.Of(RecordName.KindOf(record)).ToDictionary(field => field.Name);
            foreach (var (field, text) in RecordFields.Of(record).Where(one => fields[one.Field].IsList))
            {
                var typed = text?.ReplaceLineEndings("\r\n") + "\r\n";
                Assert.Equal(text, RecordSheet.Written(fields[field], typed));
            }
        }
    }

    private static IEnumerable<(string Name, Action<IRecord> Change)> Changes(IEntityType type)
    {
        foreach (var property in type.GetProperties().Where(one => one.PropertyInfo is not null
            && !Bookkeeping.Contains(one.Name) && !(one.IsForeignKey() && one.ClrType != typeof(string))))
        {
            yield return (property.Name, record => property.PropertyInfo!.SetValue(
                record, Other(property.ClrType, property.PropertyInfo.GetValue(record))));
        }
        foreach (var navigation in type.GetNavigations().Cast<INavigationBase>().Concat(type.GetSkipNavigations())
            .Where(one => one.PropertyInfo is not null && !Bookkeeping.Contains(one.Name)
                && one.TargetEntityType.ClrType != typeof(Country)))
        {
            yield return (navigation.Name, record =>
            {
                var target = New(navigation.TargetEntityType.ClrType);
                if (navigation.IsCollection)
                {
                    ((IList)navigation.PropertyInfo!.GetValue(record)!).Add(target);
                }
                else
                {
                    navigation.PropertyInfo!.SetValue(record, target);
                }
            });
        }
    }

    private static object Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => $"{value}x",
        var plain when plain == typeof(double) => 12.5,
        var plain when plain == typeof(char) => 'E',
        var plain when plain == typeof(DateOnly) => new DateOnly(2031, 2, 3),
        var plain when plain == typeof(List<string>) => new List<string> { "one", "two" },
        { IsEnum: true } plain => Enum.GetValues(plain).Cast<object>().Last(one => !one.Equals(value)),
        var plain => throw new NotSupportedException(plain.Name),
    };

    private static IRecord Sample(Type type)
    {
        var record = (IRecord)New(type);
        if (record is ActorRelation relation)
        {
            (relation.From, relation.To) = ((Actor)New(typeof(Actor)), (Actor)New(typeof(Actor)));
            typeof(Actor).GetProperty(nameof(Actor.Slug))!.SetValue(relation.From, "from");
            typeof(Actor).GetProperty(nameof(Actor.Slug))!.SetValue(relation.To, "to");
        }
        return record;
    }

    /// <summary>An entity with its required texts.</summary>
    private static object New(Type type)
    {
        var entity = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(one => one.CanWrite && one.PropertyType == typeof(string)
            && one.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false).Length > 0))
        {
            property.SetValue(entity, property.Name);
        }
        if (entity is Region region)
        {
            typeof(Region).GetProperty(nameof(Region.Code))!.SetValue(region, "ML-7");
        }
        return entity;
    }

    private static IModel ModelOf()
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, "Data Source=:memory:");
        using var context = new SqliteContext(options.Options);
        return context.Model;
    }
}
