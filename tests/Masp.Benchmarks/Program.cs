using Masp.Benchmarks.Banc;
using Masp.Benchmarks.Travaux;
using Spectre.Console;

var options = Options.Parse(args);
if (options is null)
{
    AnsiConsole.WriteLine(Options.Usage);
    return 2;
}

await using var bases = await Bases.StartAsync(options);
var comparison = new Comparaison(options, bases);
var tableau = await comparison.RunAsync();
AnsiConsole.Write(tableau.ToTable());
Console.WriteLine(tableau.ToMarkdown());
return 0;
