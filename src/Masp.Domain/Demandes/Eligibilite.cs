namespace Masp.Domain.Demandes;

/// <summary>The five questions of article 2, each a recorded yes or no (R5). A "no" blocks a favourable Decision, not the Demande.</summary>
/// <param name="Majeur">Adult.</param>
/// <param name="PercoitPrestation">Receives at least one listed Prestation.</param>
/// <param name="SanteOuSecuriteMenacee">Health or safety threatened by difficulty managing resources.</param>
/// <param name="SansAlterationMedicale">No medically established impairment.</param>
/// <param name="CapableDeSEngager">Able to understand and commit to a contract.</param>
public sealed record Eligibilite(bool Majeur, bool PercoitPrestation, bool SanteOuSecuriteMenacee, bool SansAlterationMedicale, bool CapableDeSEngager)
{
    public bool AllYes => Majeur && PercoitPrestation && SanteOuSecuriteMenacee && SansAlterationMedicale && CapableDeSEngager;
}
