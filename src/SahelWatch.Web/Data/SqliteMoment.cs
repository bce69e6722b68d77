using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Data;

/// <summary>
/// Connections to one SQLite file that all read it as of one moment, without keeping writers out: the context's own, in
/// a transaction that this ends, and others beside it, one for each thread.
/// </summary>
internal sealed class SqliteMoment : IDisposable
{
    private readonly SahelWatchDbContext _db;
    private readonly List<SqliteConnection> _others = [];
    private readonly List<SqliteTransaction> _transactions = [];

    private SqliteMoment(SahelWatchDbContext db) => _db = db;

    public IReadOnlyList<SqliteConnection> Others => _others;

    /// <param name="others">How many connections to open beside the context's own.</param>
    public static SqliteMoment Open(SahelWatchDbContext db, int others)
    {
        db.Database.OpenConnection();
        var own = (SqliteConnection)db.Database.GetDbConnection();
        while (true)
        {
            var moment = new SqliteMoment(db);
            try
            {
                var before = StateOf(own);
                for (var number = 0; number < others; number++)
                {
                    moment.Begin(Another(own));
                }
                moment.Begin(own);
                if (StateOf(own) == before)
                {
                    return moment;
                }
            }
            catch
            {
                moment.Dispose();
                throw;
            }
            moment.End();
        }
    }

    public void Dispose()
    {
        End();
        _db.Database.CloseConnection();
    }

    private void Begin(SqliteConnection connection)
    {
        var transaction = connection.BeginTransaction(deferred: true);
        _transactions.Add(transaction);
        if (connection == _db.Database.GetDbConnection())
        {
            _db.Database.UseTransaction(transaction);
        }
        else
        {
            _others.Add(connection);
        }
        StateOf(connection);
    }

    private void End()
    {
        _db.Database.UseTransaction(null);
        _transactions.ForEach(transaction => transaction.Dispose());
        _others.ForEach(connection => connection.Dispose());
    }

    private static SqliteConnection Another(SqliteConnection own)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(own.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// A number that changes, for this connection alone, when another one has committed. In a transaction it is that of
    /// the moment the transaction reads, which begins with the first reading.
    /// </summary>
    private static long StateOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
