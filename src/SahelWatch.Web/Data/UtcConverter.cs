using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SahelWatch.Data;

/// <summary>Instants are UTC on the way in and come back marked as UTC, which SQLite forgets.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.ToUniversalTime(),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
