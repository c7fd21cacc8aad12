using Masp.Domain.Echeances;
using Masp.Domain.Tests.Vecteurs;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

public sealed class JoursFrancsTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(3660, true)]
    [InlineData(-1, false)]
    [InlineData(3661, false)]
    [InlineData(int.MaxValue, false)]
    [InlineData(int.MinValue, false)]
    public void Un_delai_va_de_0_a_3660_jours(int jours, bool accepte)
    {
        var delai = JoursFrancs.Compute(new LocalDate(2022, 1, 3), jours, Sens.Apres, ModeDelai.Franc, Calendrier.Metropole);

        Assert.Equal(accepte ? null : "delai.hors-bornes", delai.Error?.Code);
    }

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2101-01-01", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Un_evenement_est_date_de_1900_a_2100(string evenement, bool accepte)
    {
        foreach (var sens in Enum.GetValues<Sens>())
        {
            var delai = JoursFrancs.Compute(Vecteur.Date(evenement), JoursFrancs.JoursMax, sens, ModeDelai.Franc, Calendrier.AlsaceMoselle);
            Assert.Equal(accepte ? null : "evenement.hors-bornes", delai.Error?.Code);
        }
    }

    [Fact]
    public void Le_calendrier_d_Alsace_Moselle_repousse_le_Vendredi_saint()
    {
        var metropole = JoursFrancs.Compute(new LocalDate(2022, 4, 5), 9, Sens.Apres, ModeDelai.Franc, Calendrier.Metropole).Value;
        var alsace = JoursFrancs.Compute(new LocalDate(2022, 4, 5), 9, Sens.Apres, ModeDelai.Franc, Calendrier.AlsaceMoselle).Value;

        Assert.Equal(new LocalDate(2022, 4, 15), metropole.Date);
        Assert.Equal(new LocalDate(2022, 4, 19), alsace.Date);
    }

    [Fact]
    public void L_explication_nomme_l_evenement_la_clause_et_chaque_jour_passe()
    {
        var delai = JoursFrancs.Compute(new LocalDate(2022, 4, 5), 9, Sens.Apres, ModeDelai.Franc, Calendrier.AlsaceMoselle).Value;

        Assert.Equal(
            [
                "Événement : mardi 5 avr. 2022.",
                "Délai de 9 jours francs après l'événement (art. 4) : ni le jour de l'événement ni le dernier jour ne comptent ; le terme est le 10e jour suivant, vendredi 15 avr. 2022.",
                "Le vendredi 15 avr. 2022 est férié (Vendredi saint) : report au lendemain.",
                "Le samedi 16 avr. 2022 tombe en fin de semaine : report au lendemain.",
                "Le dimanche 17 avr. 2022 tombe en fin de semaine : report au lendemain.",
                "Le lundi 18 avr. 2022 est férié (Lundi de Pâques) : report au lendemain.",
                "Échéance : mardi 19 avr. 2022.",
            ],
            delai.Explain("art. 4"));
    }

    [Fact]
    public void Compte_en_arriere_le_terme_n_est_jamais_reporte()
    {
        var delai = JoursFrancs.Compute(new LocalDate(2022, 7, 2), 60, Sens.Avant, ModeDelai.Franc, Calendrier.Metropole).Value;

        Assert.Equal(
            [
                "Événement : samedi 2 juil. 2022.",
                "Délai de 60 jours francs avant l'événement (R45, art. 5) : ni le jour de l'événement ni le dernier jour ne comptent ; le terme est le 61e jour précédent, lundi 2 mai 2022.",
                "Échéance : lundi 2 mai 2022.",
            ],
            delai.Explain());
        Assert.Equal(
            [
                "Le dimanche 1er mai 2022 est férié (Fête du Travail) : avancé à la veille.",
                "Le samedi 30 avr. 2022 tombe en fin de semaine : avancé à la veille.",
                "Échéance : vendredi 29 avr. 2022, dernier jour ouvré avant le terme, qui n'est jamais reporté.",
            ],
            JoursFrancs.Compute(new LocalDate(2022, 7, 1), 60, Sens.Avant, ModeDelai.Franc, Calendrier.Metropole).Value.Explain().Skip(2));
    }

    [Theory]
    [InlineData(0, ModeDelai.Cpc642, "le terme est le jour même, lundi 3 janv. 2022.")]
    [InlineData(1, ModeDelai.Cpc642, "Délai de 1 jour après l'événement (R45, art. 5) : article 642 du code de procédure civile")]
    [InlineData(0, ModeDelai.Franc, "Délai de 0 jour franc après l'événement")]
    [InlineData(0, ModeDelai.Franc, "le terme est le 1er jour suivant, mardi 4 janv. 2022.")]
    public void Les_petits_delais_s_ecrivent_en_bon_francais(int jours, ModeDelai mode, string attendu) =>
        Assert.Contains(attendu, JoursFrancs.Compute(new LocalDate(2022, 1, 3), jours, Sens.Apres, mode, Calendrier.Metropole).Value.Explain()[1], StringComparison.Ordinal);
}
