// Runs scripts one after the other in one process, each in a runspace of its own, as `pwsh -NonInteractive -File` would in a process of its own.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;
using System.Threading;

namespace Rehearsal;

/// <summary>What a run came to. A run that was killed has no code.</summary>
public sealed record RunResult(int? Code, string Output, int Runspace);

public static class Resident
{
    // Runs that were killed: nothing of them runs on, and nothing of them is ever tidied away, for their files were closed by hand.
    static readonly List<object> Killed = [];
    static readonly ManualResetEventSlim Parked = new(false);

    /// <summary>Called by a stand-in that kills its process: the thread stays where it is, and neither `finally` nor a finaliser runs.</summary>
    public static void Park()
    {
        Parked.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>How many killed runs this process still holds.</summary>
    public static int Held => Killed.Count;

    public static RunResult Run(string profile, string script, string[] arguments, string folder, IDictionary environment)
    {
        foreach (DictionaryEntry one in Environment.GetEnvironmentVariables())
            if (!environment.Contains(one.Key)) Environment.SetEnvironmentVariable((string)one.Key, null);
        foreach (DictionaryEntry one in environment) Environment.SetEnvironmentVariable((string)one.Key, (string)one.Value!);
        Environment.CurrentDirectory = folder;
        Parked.Reset();
        var host = new RunHost();
        var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault());
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(folder));
        Invoke(runspace, new Command(profile, isScript: false, useLocalScope: false));
        var command = new Command(script, isScript: false, useLocalScope: false);
        foreach (var parameter in ParametersOf(arguments)) command.Parameters.Add(parameter);
        using var ended = new ManualResetEventSlim(false);
        var code = 0;
        var thread = new Thread(() =>
        {
            // A script that ends in an error has told it, and gives 1.
            try { Invoke(runspace, command); }
            catch (Exception error)
            {
                host.Text.WriteErrorLine(error is RuntimeException { ErrorRecord: not null } known ? $"{known.ErrorRecord}{known.ErrorRecord.InvocationInfo?.PositionMessage}" : error.Message);
                code = 1;
            }
            ended.Set();
        }) { IsBackground = true };
        thread.Start();
        if (WaitHandle.WaitAny([ended.WaitHandle, Parked.WaitHandle]) == 1)
        {
            CloseFilesBelow(folder);
            Killed.Add((runspace, thread, host));
            return new RunResult(null, host.Text.ToString(), runspace.Id);
        }
        thread.Join();
        var left = runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
        Invoke(runspace, new Command("& (Get-Module -Name Rehearsal) { Write-World }", isScript: true));
        // `exit` tells the host where it ends the pipeline, and leaves its number where it ends the script.
        code = host.ExitCode ?? (code != 0 ? code : left as int? ?? 0);
        var result = new RunResult(code, host.Text.ToString(), runspace.Id);
        runspace.Dispose();
        return result;
    }

    static void Invoke(Runspace runspace, Command command)
    {
        using var pipeline = runspace.CreatePipeline();
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(command);
        pipeline.Commands.Add(new Command("Out-Default"));
        pipeline.Invoke();
    }

    /// <summary>
    /// Arguments as `-File` takes them. Source: PowerShell/PowerShell, CommandLineParameterParser.cs, CollectPSArgs.
    /// </summary>
    public static IEnumerable<CommandParameter> ParametersOf(IEnumerable<string> arguments)
    {
        string? pending = null;
        foreach (var argument in arguments)
        {
            if (pending is not null)
            {
                yield return new CommandParameter(pending, argument);
                pending = null;
            }
            else if (argument.Length > 1 && argument[0] is '-' or '\u2013' or '\u2014' or '\u2015')
            {
                var colon = argument.IndexOf(':');
                if (colon < 0) yield return new CommandParameter(argument);
                else if (colon == argument.Length - 1) pending = argument.TrimEnd(':');
                else
                {
                    var value = argument[(colon + 1)..];
                    yield return new CommandParameter(argument[..colon], bool.TryParse(value[0] == '$' ? value[1..] : value, out var truth) ? truth : value);
                }
            }
            else yield return new CommandParameter(null, argument);
        }
        if (pending is not null) yield return new CommandParameter(pending);
    }

    // What the system does for a process that is gone: files are closed, nothing that was not written yet is written, locks are free.
    static void CloseFilesBelow(string folder)
    {
        foreach (var entry in Directory.GetFiles("/proc/self/fd"))
        {
            if (new FileInfo(entry).LinkTarget is { } target && target.StartsWith(folder + "/", StringComparison.Ordinal))
                _ = close(int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture));
        }
    }

    [DllImport("libc")]
    static extern int close(int descriptor);
}

sealed class RunHost : PSHost
{
    public RunText Text { get; } = new();
    public int? ExitCode { get; private set; }
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "ConsoleHost";
    public override PSHostUserInterface UI => Text;
    public override Version Version => PSVersionInfo.PSVersion;
    public override void EnterNestedPrompt() => throw new PSNotSupportedException();
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) => ExitCode ??= exitCode;
}

/// <summary>What a person would see, as one text; nobody is there to be asked.</summary>
sealed class RunText : PSHostUserInterface
{
    readonly StringBuilder text = new();
    public override PSHostRawUserInterface RawUI { get; } = new RunScreen();
    public override void Write(string value) { lock (text) text.Append(GetOutputString(value, supportsVirtualTerminal: false)); }
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => Write(value + "\n");
    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);
    public override void WriteErrorLine(string value) => WriteLine(value);
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);
    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);
    public override string ReadLine() => throw NotInteractive();
    public override SecureString ReadLineAsSecureString() => throw NotInteractive();
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw NotInteractive();
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NotInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NotInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowed, PSCredentialUIOptions options) => throw NotInteractive();
    public override string ToString() { lock (text) return text.ToString(); }
    static PSInvalidOperationException NotInteractive() => new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
}

sealed class RunScreen : PSHostRawUserInterface
{
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override Size BufferSize { get; set; } = new(80, 3000);
    public override Coordinates CursorPosition { get; set; }
    public override int CursorSize { get; set; } = 1;
    public override bool KeyAvailable => false;
    public override Size MaxPhysicalWindowSize => BufferSize;
    public override Size MaxWindowSize => BufferSize;
    public override Coordinates WindowPosition { get; set; }
    public override Size WindowSize { get; set; } = new(80, 50);
    public override string WindowTitle { get; set; } = "";
    public override void FlushInputBuffer() { }
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new PSNotSupportedException();
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new PSNotSupportedException();
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
}
