using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// The API's description for machines: the filter's keys come from its grammar, codes from the code lists, so that it
/// cannot fall behind what the endpoints read and write.
/// </summary>
public static class ApiDescription
{
    public const string Version = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(Version, options =>
        {
            options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
            options.AddSchemaTransformer(WriteCodes);
            options.AddOperationTransformer(WriteOperation);
            options.AddDocumentTransformer((document, context, cancellationToken) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "SahelWatch",
                    Version = Version,
                    Description = "Sourced security incidents in Mali, Burkina Faso and western Niger. "
                        + "Keys may be added to answers; none is renamed or removed within this version.",
                };
                return Task.CompletedTask;
            });
        });

    /// <summary>Every enum is a string of its list.</summary>
    private static Task WriteCodes(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var list = Nullable.GetUnderlyingType(type) ?? type;
        if (list.IsEnum && list.Assembly == typeof(Code).Assembly)
        {
            var codes = (IReadOnlyList<string>)typeof(Code).GetMethod(nameof(Code.All))!
                .MakeGenericMethod(list).Invoke(null, null)!;
            var isNullable = list != type;
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Enum = Nodes(codes);
        }
        return Task.CompletedTask;
    }

    private static async Task WriteOperation(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<QueryKeys>().LastOrDefault() is { } keys)
        {
            operation.Parameters ??= [];
            var text = context.ApplicationServices.GetRequiredService<Text>();
            foreach (var parameter in Parameters(keys, text))
            {
                operation.Parameters.Add(parameter);
            }
        }
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        operation.Responses ??= [];
        operation.Responses["429"] = new OpenApiResponse
        {
            Description = "Too Many Requests",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = problem },
            },
        };
    }

    private static IEnumerable<OpenApiParameter> Parameters(QueryKeys keys, Text text)
    {
        foreach (var key in keys.TakesFilter ? FilterGrammar.KeyNames.Where(key => key != keys.Fixed) : [])
        {
            yield return Parameter(
                key, InEnglish(text, $"About.Key.{key}"), FilterGrammar.ChoicesOf(key),
                FilterGrammar.IsRepeatable(key));
        }
        foreach (var key in keys.Own)
        {
            yield return Parameter(key.Name, key.Description, key.Choices, isRepeatable: false);
        }
        yield return Parameter(
            Languages.QueryKey, "Language of sentences and names", Text.Languages, isRepeatable: false);
    }

    private static OpenApiParameter Parameter(
        string name, string description, IReadOnlyList<string> choices, bool isRepeatable)
    {
        var value = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = choices.Count == 0 ? null : Nodes(choices),
        };
        return new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Explode = true,
            Schema = isRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
    }

    /// <summary>The description is one document, whatever language its reader asks pages in.</summary>
    private static string InEnglish(Text text, string key)
    {
        var asked = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return text[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = asked;
        }
    }

    private static List<JsonNode> Nodes(IEnumerable<string> codes) => [.. codes.Select(code => (JsonNode)code)];
}
