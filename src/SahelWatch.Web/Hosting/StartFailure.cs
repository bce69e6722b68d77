using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SahelWatch.Hosting;

/// <summary>Turns what can go wrong outside the program into a sentence for the operator.</summary>
public static class StartFailure
{
    /// <summary>The sentence; null for a bug, which is left to throw.</summary>
    /// <param name="address">Where the server was to listen.</param>
    /// <param name="database">Path of the database.</param>
    public static string? Sentence(Exception error, string? address, string database) => error switch
    {
        StartException or OptionsValidationException => error.Message,
        IOException { InnerException: AddressInUseException } =>
            $"The port is in use by another program: {address}. Stop that program, "
                + "or choose another address with --Urls http://localhost:PORT.",
        IOException { InnerException: SocketException cause } => Listening(cause, address),
        SocketException cause => Listening(cause, address),
        DbUpdateException { InnerException: SqliteException cause } => Database(cause, database),
        SqliteException cause => Database(cause, database),
        InvalidDataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException =>
            $"A data file cannot be read: {error.Message}",
        InvalidOperationException
            when error.Message.StartsWith("Failed to convert configuration", StringComparison.Ordinal) =>
            $"{error.Message} Correct the setting and start again.",
        _ => null,
    };

    private static string Listening(SocketException cause, string? address) => cause.SocketErrorCode switch
    {
        SocketError.AccessDenied => $"Listening at {address} is not permitted: choose a port above 1023 with --Urls.",
        SocketError.AddressNotAvailable => $"{address} is no address of this machine: choose another with --Urls.",
        _ => $"Listening at {address} failed: {cause.Message}.",
    };

    /// <summary>Sentence by SQLite's primary result code; null for one that only a bug can cause.</summary>
    private static string? Database(SqliteException cause, string database)
    {
        var reason = cause.Message.TrimEnd('.');
        return cause.SqliteErrorCode switch
        {
            5 or 6 => $"The database {database} is locked by another program. Close it there and start again.",
            11 or 26 => $"The file {database} is no readable SQLite database ({reason}). Move it away, "
                + "or set Database:Path to another file.",
            8 or 10 or 13 or 14 => $"The database {database} cannot be opened or written ({reason}). "
                + "Check that its folder exists, is writable and has room, or set Database:Path.",
            _ => null,
        };
    }
}
