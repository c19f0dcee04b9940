using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using Microsoft.PowerShell;

namespace AgnosticComputing.PowerShellEngine;

/// <summary>Runs a script file in a runspace of its own, as a reader's shell does.</summary>
static class Runner
{
    /// <summary>
    /// Runs <c>setup</c>, which defines what the script calls, then <c>text</c> as a script file with the values of <c>-Step</c>, where
    /// there are some. Answers what was added to <c>$global:Said</c>, and the errors that came out of the script.
    /// </summary>
    public static JsonObject Run(string setup, string text, JsonArray? steps)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.Bypass;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        var said = new ArrayList();
        runspace.SessionStateProxy.SetVariable("global:Said", said);
        var errors = new JsonArray();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.ps1");
        File.WriteAllText(file, text);
        try
        {
            Invoke(runspace, shell => shell.AddScript(setup, useLocalScope: false), errors);
            Invoke(runspace, shell =>
            {
                shell.AddCommand(file);
                if (steps is not null)
                    shell.AddParameter("Step", steps.Select(step => step!.GetValue<string>()).ToArray());
            }, errors);
        }
        finally
        {
            File.Delete(file);
        }
        return new JsonObject
        {
            ["said"] = new JsonArray([.. said.Cast<object>().Select(item => (JsonNode)$"{item}")]),
            ["errors"] = errors,
        };
    }

    static void Invoke(Runspace runspace, Action<PowerShell> add, JsonArray errors)
    {
        using var shell = PowerShell.Create(runspace);
        add(shell);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException error)
        {
            errors.Add(error.ErrorRecord.Exception.Message);
        }
        foreach (var record in shell.Streams.Error) errors.Add(record.Exception.Message);
    }
}
