namespace Masp.Api.OpenApi;

/// <summary>Schemas are named by the trade's nouns: no suffix of ours, generics as words.</summary>
internal static class NomsDeSchemas
{
    public static string Of(Type type)
    {
        var name = Trim(type.Name);
        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Of)) + name : name;
    }

    private static string Trim(string name)
    {
        var plain = name.Split('`')[0];
        return plain.EndsWith("Dto", StringComparison.Ordinal) ? plain[..^3] : plain;
    }
}
