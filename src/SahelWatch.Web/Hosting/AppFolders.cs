namespace SahelWatch.Hosting;

/// <summary>Where the application finds and keeps its files, whatever folder it is started from.</summary>
public static class AppFolders
{
    /// <summary>Embedded data, beside the executable.</summary>
    public static string Data { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The clone that holds the executable, or else the executable's own folder.</summary>
    public static string Root { get; } = FindClone(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;

    public static string Resolve(string path) => Path.GetFullPath(path, Root);

    private static string? FindClone(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "SahelWatch.sln")))
            {
                return parent.FullName;
            }
        }
        return null;
    }
}
