using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Masp.Local.Ecran;

/// <summary>What the person at the keyboard sees: one line a step, with its duration.</summary>
internal sealed class Journal(IAnsiConsole console)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Runs one step under a spinner that shows what the step says of itself.</summary>
    public async Task<T> StepAsync<T>(string title, Func<IProgress<string>, Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await console.Status().Spinner(Spinner.Known.Dots).StartAsync(
            Markup.Escape(title) + "…",
            context => work(new Said(text => context.Status(Markup.Escape($"{title} : {text}")))));
        console.MarkupLine($"[green]✔[/] {Markup.Escape(title)} [grey]({watch.Elapsed.TotalSeconds.ToString("0.0", French)} s)[/]");
        return result;
    }

    public void Say(string text) => console.WriteLine(text);

    public void Fail(string text) => console.Write(new Panel(new Text(text)).Header("[red] Arrêt [/]").BorderColor(Color.Red).Expand());

    /// <summary>Where to go and who can sign in.</summary>
    public void Welcome(string address, bool withAccounts)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(address)}[/]   (API : {Markup.Escape(address)}/api/docs)");
        if (withAccounts)
        {
            console.Write(Comptes.People());
            console.Write(Comptes.Programs());
        }

        console.MarkupLine("[grey]Ctrl-C arrête tout ; les données restent.[/]");
    }

    /// <summary>Reports in the order of the calls: <see cref="Progress{T}"/> would hand them to the thread pool.</summary>
    private sealed class Said(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say(value);
    }
}
