using Microsoft.Data.Sqlite;

namespace SahelWatch.Hosting;

/// <summary>
/// Answers 503 where the database cannot be used at the moment: the disk is full or fails, or another program holds it.
/// Nothing of the request was kept then, and what was sent to the desk goes back to who sent it.
/// </summary>
public static partial class DatabaseTrouble
{
    /// <summary>Busy, locked, read-only, input or output, full, cannot open.</summary>
    private static readonly int[] Codes = [5, 6, 8, 10, 13, 14];

    public static IApplicationBuilder UseDatabaseTrouble(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (IsBehind(error) && !context.Response.HasStarted)
        {
            Log.Refused(
                context.RequestServices.GetRequiredService<ILogger<DatabaseOptions>>(), error.GetBaseException().Message);
            context.Response.ContentType = null;
            context.Response.ContentLength = null;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });

    /// <summary>
    /// Whether an error says that the database cannot be used at the moment, whatever was asked of it.
    /// </summary>
    public static bool IsBehind(Exception error) =>
        error.GetBaseException() is SqliteException cause && Codes.Contains(cause.SqliteErrorCode);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database cannot be used at the moment: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
