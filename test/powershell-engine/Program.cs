// PowerShell's own parser and binder, asked over JSON lines: one request a line on standard input, one answer a line on
// standard output, in order. See README.md for the requests.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgnosticComputing.PowerShellEngine;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" };
// What a bound command might print must not stand between the answers.
Console.SetOut(TextWriter.Null);
var json = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var binder = new Binder();

while (input.ReadLine() is { } line)
{
    JsonNode answer;
    try
    {
        var request = JsonNode.Parse(line)!.AsObject();
        answer = request["op"]?.GetValue<string>() switch
        {
            "version" => new JsonObject { ["engine"] = Engine.Version, ["runtime"] = Environment.Version.ToString() },
            "parse" => Engine.Parse(Text(request, "text")),
            "load" => binder.Load(Text(request, "platform"), Text(request, "script"), request["aliases"]?.AsObject()),
            "bind" => binder.Bind(Text(request, "platform"), Text(request, "text")),
            "run" => Runner.Run(Text(request, "setup"), Text(request, "text"), request["steps"]?.AsArray()),
            var other => throw new ArgumentException($"no such request: {other}"),
        };
    }
    catch (Exception error)
    {
        answer = new JsonObject { ["failed"] = $"{error.GetType().Name}: {error.Message}" };
    }
    output.WriteLine(answer.ToJsonString(json));
}
// The threads of open runspaces would keep the process alive.
Environment.Exit(0);

static string Text(JsonObject request, string name) =>
    request[name]?.GetValue<string>() ?? throw new ArgumentException($"the request lacks “{name}”");
