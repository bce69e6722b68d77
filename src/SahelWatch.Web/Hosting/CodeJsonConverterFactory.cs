using System.Text.Json;
using System.Text.Json.Serialization;
using SahelWatch.Incidents;

namespace SahelWatch.Hosting;

/// <summary>Writes every code list's values as their public codes, such as <c>suicide-bomb</c>.</summary>
public sealed class CodeJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsEnum && typeToConvert.Assembly == typeof(Code).Assembly;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class CodeConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } code && Code.TryParse<T>(code, out var value)
                ? value
                : throw new JsonException($"Expected one of {string.Join(", ", Code.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Code.Of(value));
    }
}
