using System.Text;
using Specs.Report;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
return await SpecsApp.RunAsync(args, new SpecsHost
{
    Out = output,
    Error = error,
    WorkingFolder = Environment.CurrentDirectory,
    Clock = TimeProvider.System,
});
