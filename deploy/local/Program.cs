using System.Text;
using Masp.Local;
using Masp.Local.Ecran;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
var console = new Journal(AnsiConsole.Console);
var (options, refusal) = LocalOptions.Parse(args);
if (options is null)
{
    console.Say(refusal);
    return refusal == LocalOptions.Usage ? 0 : 2;
}

using var stop = new StopSignal();
return await new Installation(options, console, stop).RunAsync();
