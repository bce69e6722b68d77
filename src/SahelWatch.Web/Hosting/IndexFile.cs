using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// Makes the index at start: from its snapshot where that is of the database as it stands, else from the database, and
/// then writes the snapshot for the next start meanwhile. A snapshot that cannot be read or written costs a sentence in
/// the log.
/// </summary>
public sealed partial class IndexFile(IOptions<DatabaseOptions> options, ILogger<IndexFile> logger)
{
    /// <summary>Done when no snapshot is being written.</summary>
    public Task Writing { get; private set; } = Task.CompletedTask;

    public async Task<IncidentIndex> LoadAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        if (db is not SqliteContext || options.Value.FullSnapshotPath is not { } path)
        {
            return await IndexLoader.LoadAsync(db, cancellationToken);
        }
        var watch = Stopwatch.StartNew();
        var state = await SqliteState.OfAsync(db, cancellationToken);
        var key = $"{await IndexLoader.VersionAsync(db, cancellationToken)} {state}";
        if (File.Exists(path)
            && TryRead(path, key, await IndexLoader.ReferenceAsync(db, cancellationToken)) is { } known)
        {
            Log.Read(logger, path, known.Count, watch.ElapsedMilliseconds);
            return known;
        }
        var index = await IndexLoader.LoadAsync(db, cancellationToken);
        Log.Built(logger, index.Count, watch.ElapsedMilliseconds);
        Writing = Task.Run(() => TryWrite(path, index, key), CancellationToken.None);
        return index;
    }

    private IncidentIndex? TryRead(string path, string key, Reference reference)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            return IndexSnapshot.Read(file, key, reference);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Log.NotRead(logger, path, error.Message);
            return null;
        }
    }

    /// <summary>The file appears under its name only when it is whole.</summary>
    private void TryWrite(string path, IncidentIndex index, string key)
    {
        var partial = $"{path}.partial";
        try
        {
            using (var file = new FileStream(
                partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
            {
                IndexSnapshot.Write(file, index, key);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, path, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Index of {Incidents} incidents read from {Path} in {Elapsed} ms")]
        public static partial void Read(ILogger logger, string path, int incidents, long elapsed);

        [LoggerMessage(2, LogLevel.Information, "Index of {Incidents} incidents built in {Elapsed} ms")]
        public static partial void Built(ILogger logger, int incidents, long elapsed);

        [LoggerMessage(3, LogLevel.Information, "The index is built anew, its snapshot {Path} is not used: {Reason}")]
        public static partial void NotRead(ILogger logger, string path, string reason);

        [LoggerMessage(4, LogLevel.Warning, "The snapshot of the index, {Path}, cannot be written: {Reason}")]
        public static partial void NotWritten(ILogger logger, string path, string reason);
    }
}
