using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;

namespace AgnosticComputing.PowerShellEngine;

/// <summary>
/// A runspace for each platform, holding stand-ins for its commands: functions with the parameters of the real ones. Running a
/// line there asks the engine's binder; each stand-in adds what was bound to <c>$global:Bound</c> and does nothing else.
/// </summary>
sealed class Binder
{
    readonly Dictionary<string, Runspace> runspaces = [];

    /// <summary>Makes the runspace of a platform anew: runs a script of stand-ins, then adds aliases (name to target).</summary>
    public JsonObject Load(string platform, string script, JsonObject? aliases)
    {
        if (runspaces.Remove(platform, out var old)) old.Dispose();
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        runspaces[platform] = runspace;
        var errors = new JsonArray();
        Run(runspace, script, useLocalScope: false, errors);
        foreach (var (name, target) in aliases ?? [])
            runspace.SessionStateProxy.InvokeProvider.Item.Set(
                [$"alias:{name}"], target!.GetValue<string>(), force: true, literalPath: true);
        return new JsonObject { ["errors"] = errors };
    }

    /// <summary>
    /// Runs a line. Answers its errors in the order they came, and, a command each, the parameter set chosen and the parameters
    /// bound by name.
    /// </summary>
    public JsonObject Bind(string platform, string text)
    {
        if (!runspaces.TryGetValue(platform, out var runspace)) throw new ArgumentException($"not loaded: {platform}");
        var bound = new ArrayList();
        runspace.SessionStateProxy.SetVariable("global:Bound", bound);
        var errors = new JsonArray();
        Run(runspace, text, useLocalScope: true, errors);
        var commands = new JsonArray();
        foreach (var item in bound)
        {
            var table = (IDictionary)(item is PSObject wrapped ? wrapped.BaseObject : item!);
            var names = ((IEnumerable)table["Parameters"]!).Cast<object>().Select(name => $"{name}");
            commands.Add(new JsonObject
            {
                ["name"] = $"{table["Name"]}",
                ["set"] = $"{table["Set"]}",
                ["parameters"] = new JsonArray([.. names.Select(name => (JsonNode)name)]),
            });
        }
        return new JsonObject { ["errors"] = errors, ["commands"] = commands };
    }

    static void Run(Runspace runspace, string text, bool useLocalScope, JsonArray errors)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(text, useLocalScope);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException error)
        {
            errors.Add(Tell(error.ErrorRecord));
        }
        foreach (var record in shell.Streams.Error) errors.Add(Tell(record));
    }

    static JsonObject Tell(ErrorRecord record)
    {
        var told = new JsonObject
        {
            // `MissingArgument,New-VMSwitch`: the cause, then the command.
            ["id"] = record.FullyQualifiedErrorId.Split(',')[0],
            ["message"] = record.Exception.Message,
        };
        if (record.Exception is ParameterBindingException binding)
        {
            told["command"] = binding.CommandInvocation?.MyCommand?.Name;
            told["parameter"] = binding.ParameterName;
            told["line"] = binding.Line;
            told["column"] = binding.Offset;
        }
        else if (record.Exception is ParseException parse && parse.Errors is { Length: > 0 } list)
        {
            told["line"] = list[0].Extent.StartLineNumber;
            told["column"] = list[0].Extent.StartColumnNumber;
        }
        else if (record.InvocationInfo is { } invocation)
        {
            told["command"] = invocation.MyCommand?.Name ?? invocation.InvocationName;
            told["line"] = invocation.ScriptLineNumber;
            told["column"] = invocation.OffsetInLine;
        }
        return told;
    }
}
