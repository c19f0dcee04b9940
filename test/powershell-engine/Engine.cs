using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.Json.Nodes;

namespace AgnosticComputing.PowerShellEngine;

static class Engine
{
    public static string Version { get; } =
        typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split(' ', '+')[0];

    /// <summary>
    /// The parser's errors by place: 1-based lines and columns of UTF-16 units, ends exclusive. `found` counts them, from 0, as
    /// the parser found them.
    /// </summary>
    public static JsonObject Parse(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        var list = new JsonArray();
        foreach (var error in errors.OrderBy(error => error.Extent.StartOffset))
        {
            list.Add(new JsonObject
            {
                ["id"] = error.ErrorId,
                ["found"] = Array.IndexOf(errors, error),
                ["line"] = error.Extent.StartLineNumber,
                ["column"] = error.Extent.StartColumnNumber,
                ["endLine"] = error.Extent.EndLineNumber,
                ["endColumn"] = error.Extent.EndColumnNumber,
                ["message"] = error.Message,
            });
        }
        return new JsonObject { ["errors"] = list };
    }
}
