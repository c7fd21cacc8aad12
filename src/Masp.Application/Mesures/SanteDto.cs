using Masp.Application.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>Health information on a Mesure (R62).</summary>
/// <param name="Admise">Whether the Reglement of today lets it be written down.</param>
/// <param name="Texte">Empty while nobody wrote any.</param>
/// <param name="MajLe">The day it was last written.</param>
/// <param name="Version"><c>0</c> while nobody wrote any.</param>
public sealed record SanteDto(bool Admise, string Texte, LocalDate? MajLe, string Version) : IVersionne
{
    public static SanteDto Of(InformationSante? sante, Parametres parametres) =>
        new(parametres.SanteAdmise, sante?.Texte ?? string.Empty, sante?.MajLe, Versions.Text(sante?.Version ?? 0));
}
