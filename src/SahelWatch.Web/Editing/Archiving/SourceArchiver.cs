using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;

namespace SahelWatch.Editing.Archiving;

/// <summary>Keeps what a source's address shows today.</summary>
public sealed class SourceArchiver(
    SahelWatchDbContext db, PageFetcher fetcher, IOptions<ArchiveOptions> options, TimeProvider time)
{
    public bool IsOn => options.Value.IsOn;

    /// <summary>Copies of a source's page, newest first, without their words.</summary>
    public Task<List<KeptCopy>> OfAsync(string source, CancellationToken cancellationToken) =>
        Copies(db.SourceArchives.Where(archive => archive.Source.Slug == source)).ToListAsync(cancellationToken);

    /// <summary>
    /// One copy with its words, which are null where the page had none; null where there is no such copy.
    /// </summary>
    public async Task<(KeptCopy Copy, string? Words)?> FindAsync(
        string source, int id, CancellationToken cancellationToken)
    {
        var one = db.SourceArchives.Where(archive => archive.Id == id && archive.Source.Slug == source);
        return await Copies(one).SingleOrDefaultAsync(cancellationToken) is { } copy
            ? (copy, await one.Select(archive => archive.Text).SingleAsync(cancellationToken))
            : null;
    }

    /// <summary>Fetches and keeps the page of a source; null where that was done.</summary>
    public async Task<Problem?> ArchiveAsync(Person person, string source, CancellationToken cancellationToken)
    {
        var row = await db.Sources.SingleOrDefaultAsync(one => one.Slug == source, cancellationToken);
        if (!IsOn || row?.Url is not { } url)
        {
            return new Problem("Url", row?.Url, IsOn ? "Url" : "ArchiveOn");
        }
        var (page, problem) = await fetcher.FetchAsync(url, cancellationToken);
        if (page is null)
        {
            return problem;
        }
        db.Add(new SourceArchive
        {
            SourceId = row.Id,
            Url = url,
            FetchedAt = time.GetUtcNow().UtcDateTime,
            PersonId = person.Id,
            ContentType = page.ContentType,
            Sha256 = page.Sha256,
            Length = page.Length,
            IsCut = page.IsCut,
            Text = page.Text,
        });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private IQueryable<KeptCopy> Copies(IQueryable<SourceArchive> archives) =>
        from archive in archives
        join person in db.Users on archive.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby archive.Id descending
        select new KeptCopy(
            archive.Id,
            archive.Url,
            archive.FetchedAt,
            person == null ? null : person.Name,
            archive.ContentType,
            archive.Sha256,
            archive.Length,
            archive.IsCut);
}

/// <summary>What is told of a page as it was fetched once.</summary>
/// <param name="FetchedAt">UTC.</param>
/// <param name="Person">Who asked for it; null where the account is gone.</param>
/// <param name="Sha256">Of the bytes received, in hexadecimal.</param>
/// <param name="Length">Bytes received.</param>
/// <param name="IsCut">Whether the page went on.</param>
public sealed record KeptCopy(
    int Id, string Url, DateTime FetchedAt, string? Person, string ContentType, string Sha256, int Length, bool IsCut);
