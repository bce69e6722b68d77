using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;

namespace SahelWatch.Editing.Archiving;

/// <summary>Keeps what a source's address shows today.</summary>
public sealed class SourceArchiver(
    SahelWatchDbContext db, PageFetcher fetcher, IOptions<ArchiveOptions> options, TimeProvider time)
{
    public bool IsOn => options.Value.IsOn;

    /// <summary>Archives of a source, newest first.</summary>
    public Task<List<SourceArchive>> OfAsync(int source, CancellationToken cancellationToken) => db.SourceArchives
        .AsNoTracking()
        .Where(archive => archive.SourceId == source)
        .OrderByDescending(archive => archive.Id)
        .ToListAsync(cancellationToken);

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
}
