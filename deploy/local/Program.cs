using System.Text;
using Masp.Local;
using Masp.Local.Ecran;
using Masp.Local.Verifications;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
var console = new Journal(AnsiConsole.Console);
if (args is ["verifier-journal", .. var rest])
    return await new VerifierJournal(console).RunAsync(rest);

var (options, refusal) = LocalOptions.Parse(args);
if (options is null)
{
    console.Say(refusal);
    return refusal == LocalOptions.Usage ? 0 : 2;
}

using var stop = new StopSignal();
return await new Installation(options, console, stop).RunAsync();
