using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Domain.Acces;

namespace Masp.Application.AFaire;

/// <summary>A queue: its rows are id, libelle, detail, date and lot.</summary>
/// <param name="Sql">For what the caller may see.</param>
/// <param name="NeedsToday">Its first parameter is today.</param>
internal sealed record FileDAttente(string Nature, string Titre, string Type, Func<Portee, string> Sql, bool NeedsToday = false);

/// <summary>The queues of each role, in the order they are shown.</summary>
internal static class Files
{
    private static readonly FileDAttente SansAvis = new(
        "avisARendre", "Avis à rendre", "commission",
        portee => $"""
        select c.id, 'Séance' as libelle, count(*) || case count(*) when 1 then ' demande sans avis' else ' demandes sans avis' end as detail, c.date, null::text as lot
        from masp.commissions c
        join masp.points_ordre_du_jour p on p.departement_code = c.departement_code and p.commission_id = c.id
        join masp.demandes d on d.departement_code = p.departement_code and d.id = p.demande_id and d.etat = 'Inscrite'
        where c.departement_code = masp.departement(){portee.Commissions()}
        group by c.id, c.date
        """);

    private static readonly FileDAttente AInscrire = new(
        "demandesAInscrire", "Demandes à inscrire à une séance", "demande",
        portee => $"""
        select d.id, d.numero as libelle, case d.etat when 'Ajournee' then 'Ajournée, revient à la prochaine séance' else 'Déposée, attend une séance' end as detail,
          d.deposee_le as date, d.lot_code as lot
        from masp.demandes d where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", false)} and d.etat in ('Deposee', 'Ajournee')
        """);

    private static readonly FileDAttente ADecider = new(
        "decisionsAPrendre", "Décisions à prendre", "demande",
        portee => $"""
        select d.id, d.numero as libelle, 'Avis rendu, décision à prendre' as detail, d.deposee_le as date, d.lot_code as lot
        from masp.demandes d where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", false)} and d.etat = 'AvisRendu'
        """);

    private static readonly FileDAttente AAttribuer = new(
        "demandesAAttribuer", "Décisions favorables à attribuer", "demande",
        portee => $"""
        select d.id, d.numero as libelle, 'Décision favorable à attribuer' as detail, d.decision_date as date, d.lot_code as lot
        from masp.demandes d where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", false)} and d.etat = 'Acceptee'
        """);

    private static readonly FileDAttente ARapprocher = new(
        "rapprochementsATrancher", "Personnes peut-être déjà connues", "demande",
        portee => $"""
        select d.id, d.numero as libelle, 'Dire si la personne est déjà connue' as detail, d.deposee_le as date, d.lot_code as lot
        from masp.demandes d where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", false)} and d.rapprochement = 'ATrancher'
        """);

    // Asked as its partial index is: what is wholly notified is never read.
    private static readonly FileDAttente ANotifier = new(
        "decisionsANotifier", "Décisions à notifier", "demande",
        portee => $"""
        select d.id, d.numero as libelle,
          case when d.decision_notifiee_au_service_le is not null then 'À notifier à la personne'
            when d.decision_notifiee_a_la_personne_le is not null then 'À notifier au service référent'
            else 'À notifier à la personne et au service référent' end as detail,
          d.decision_date as date, d.lot_code as lot
        from masp.demandes d where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", false)}
          and d.decision_date is not null and (d.decision_notifiee_a_la_personne_le is null or d.decision_notifiee_au_service_le is null)
        """);

    private static readonly FileDAttente AAccuser = new(
        "bonsAAccuser", "Bons de commande sans accusé de réception", "bonDeCommande",
        portee => $"""
        select o.id, o.numero as libelle, 'Accusé de réception attendu' as detail, o.emis_le as date, o.lot_code as lot
        from masp.bons_de_commande o where o.departement_code = masp.departement(){portee.Bons("o")}{portee.Archives("o", false)} and o.etat = 'Emis'
        """);

    private static readonly FileDAttente ASigner = new(
        "contratsASigner", "Premières rencontres et contrats à signer", "bonDeCommande",
        portee => $"""
        select o.id, o.numero as libelle, 'Première rencontre et signature attendues' as detail, o.recu_le as date, o.lot_code as lot
        from masp.bons_de_commande o where o.departement_code = masp.departement(){portee.Bons("o")}{portee.Archives("o", false)} and o.etat = 'Recu'
        """);

    private static readonly FileDAttente ForfaitsAValider = new(
        "forfaitsAValider", "Forfaits d'abandon à valider", "bonDeCommande",
        portee => $"""
        select o.id, o.numero as libelle, 'Abandon avec déplacement, forfait à valider' as detail, o.clos_le as date, o.lot_code as lot
        from masp.bons_de_commande o where o.departement_code = masp.departement(){portee.Bons("o")}{portee.Archives("o", false)} and o.forfait = 'AValider'
        """);

    private static readonly FileDAttente FacturesAValider = new(
        "facturesAValider", "Factures à valider", "facture",
        portee => $"""
        select f.id, t.nom as libelle, 'État détaillé à valider' as detail, f.preparee_le as date, f.lot_code as lot
        from masp.factures f join masp.titulaires t on t.departement_code = f.departement_code and t.id = f.titulaire_id
        where f.departement_code = masp.departement(){portee.Factures("f")} and f.etat = 'AValider'
        """);

    private static readonly FileDAttente FacturesAEmettre = new(
        "facturesAEmettre", "Factures validées à émettre", "facture",
        portee => $"""
        select f.id, t.nom as libelle, 'Validée par le SAFPM, à émettre' as detail, f.validee_le as date, f.lot_code as lot
        from masp.factures f join masp.titulaires t on t.departement_code = f.departement_code and t.id = f.titulaire_id
        where f.departement_code = masp.departement(){portee.Factures("f")} and f.etat = 'Validee'
        """);

    private static readonly FileDAttente TermesProches = new(
        "termesProches", "Contrats qui arrivent à terme dans les 60 jours", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, 'Terme du contrat' as detail, m.fin_prevue as date, m.lot_code as lot
        from masp.mesures m
        where m.departement_code = masp.departement(){portee.MesuresTenues("m")}{portee.Archives("m", false)} and m.etat = 'EnCours' and m.fin_prevue between $1 and $1 + 60
        """,
        NeedsToday: true);

    private static readonly FileDAttente AvisADonner = new(
        "avisADonner", "Avis du service référent à donner", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, s.detail, s.date, m.lot_code as lot
        from (
          select b.departement_code, b.mesure_id, 'Bilan final : avis attendu' as detail, b.transmis_le as date from masp.bilans b
          where b.departement_code = masp.departement() and b.etat = 'AvisReferentAttendu'
          union all
          select d.departement_code, d.mesure_id, 'Fin demandée : dire si elle est fondée', d.proposee_le from masp.demandes_de_fin d
          where d.departement_code = masp.departement() and d.etat = 'AvisReferentAttendu') s
        join masp.mesures m on m.departement_code = s.departement_code and m.id = s.mesure_id
        where m.departement_code = masp.departement(){portee.MesuresTenues("m")}
        """);

    private static readonly FileDAttente SuitesADecider = new(
        "suitesADecider", "Bilans finals et fins à décider", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, s.detail, s.date, m.lot_code as lot
        from (
          select b.departement_code, b.mesure_id, 'Bilan final : avis rendu, décision à prendre' as detail, b.transmis_le as date from masp.bilans b
          where b.departement_code = masp.departement() and b.etat = 'AvisRendu'
          union all
          select d.departement_code, d.mesure_id, 'Fin demandée : décision à prendre', d.proposee_le from masp.demandes_de_fin d
          where d.departement_code = masp.departement() and d.etat = 'ADecider') s
        join masp.mesures m on m.departement_code = s.departement_code and m.id = s.mesure_id
        where m.departement_code = masp.departement(){portee.MesuresTenues("m")}
        """);

    private static readonly FileDAttente BilansAInscrire = new(
        "bilansAInscrire", "Bilans finals à inscrire à une séance", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, 'Bilan final : attend une séance' as detail, b.transmis_le as date, m.lot_code as lot
        from masp.bilans b join masp.mesures m on m.departement_code = b.departement_code and m.id = b.mesure_id
        where b.departement_code = masp.departement(){portee.MesuresTenues("m")} and b.etat in ('AInscrire', 'Ajourne')
        """);

    private static readonly FileDAttente AvenantsAPreparer = new(
        "avenantsAPreparer", "Avenants à préparer", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, 'Avenant proposé par le titulaire' as detail, a.propose_le as date, m.lot_code as lot
        from masp.avenants a join masp.mesures m on m.departement_code = a.departement_code and m.id = a.mesure_id
        where a.departement_code = masp.departement(){portee.MesuresTenues("m")} and a.etat = 'Propose'
        """);

    private static readonly FileDAttente AvenantsASigner = new(
        "avenantsASigner", "Avenants à faire signer", "mesure",
        portee => $"""
        select m.id, m.numero as libelle, 'Avenant préparé : signature de la personne attendue' as detail, a.prepare_le as date, m.lot_code as lot
        from masp.avenants a join masp.mesures m on m.departement_code = a.departement_code and m.id = a.mesure_id
        where a.departement_code = masp.departement(){portee.MesuresTenues("m")} and a.etat = 'Prepare'
        """);

    private static readonly FileDAttente Depassees = Echeances("echeancesDepassees", "Échéances dépassées", RequeteEcheances.Depassees);

    private static readonly FileDAttente AExpliquer = Echeances("retardsAExpliquer", "Retards à expliquer", RequeteEcheances.AExpliquer);

    private static readonly FileDAttente Proches = Echeances(
        "echeancesProches", "Échéances dans les 15 jours", "e.etat = 'Ouverte' and e.limite between (select masp.aujourdhui()) and (select masp.aujourdhui()) + 15");

    public static IReadOnlyList<FileDAttente> Of(Role role) => role switch
    {
        Role.Agent => [Depassees, SansAvis, ARapprocher, ANotifier, AAttribuer, AInscrire, BilansAInscrire, AvenantsAPreparer, ForfaitsAValider, AAccuser, TermesProches],
        Role.Decideur => [ADecider, SuitesADecider, ARapprocher, SansAvis, AAttribuer, TermesProches],
        Role.Comptable => [FacturesAValider, ForfaitsAValider, FacturesAEmettre],
        Role.ChefTitulaire => [Depassees, AExpliquer, AAccuser, ASigner, AvenantsASigner, Proches, FacturesAEmettre, TermesProches],
        Role.Intervenant => [Depassees, AExpliquer, ASigner, AvenantsASigner, Proches, TermesProches],
        Role.Referent => [Depassees, ASigner, AvisADonner, AInscrire, Proches, TermesProches],
        Role.Integrateur => [SansAvis, ADecider, ARapprocher, ANotifier, AAttribuer, AInscrire, AAccuser, ForfaitsAValider, FacturesAValider],
        Role.Administrateur or Role.Exports or Role.Evaluateur or Role.Auditeur or Role.Beneficiaire => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown Role."),
    };

    /// <summary>Deadlines of Mesures: what has no Mesure yet is in the queues of orders.</summary>
    private static FileDAttente Echeances(string nature, string titre, string condition) => new(
        nature, titre, "echeances",
        portee => $"""
        select m.id, m.numero as libelle, {LectureEcheance.LibelleSql("e")} as detail, e.limite as date, e.lot_code as lot
        from masp.echeances e join masp.mesures m on m.departement_code = e.departement_code and m.id = e.mesure_id
        where e.departement_code = masp.departement() and ({condition}){portee.Echeances("e")}
        """);
}
