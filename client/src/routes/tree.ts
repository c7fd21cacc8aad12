import {
  accueilRoute,
  comptesRoute,
  compteRoute,
  connexionRoute,
  lienRoute,
  monCompteRoute,
  motDePasseOublieRoute,
  programmesRoute,
  quotasRoute,
} from './acces';
import { aFaireRoute } from './aFaire';
import {
  demandesRoute,
  nouvelleDemandeRoute,
  demandeRoute,
  commissionsRoute,
  commissionRoute,
  decisionsRoute,
} from './demandes';
import {
  attributionsRoute,
  attributionRoute,
  tourDeRoleRoute,
  tourDeRoleLotRoute,
  bonsDeCommandeRoute,
  bonDeCommandeRoute,
  premieresRencontresRoute,
} from './attributions';
import { accesDeMesureRoute, accesRoute, actesRoute, sceauRoute } from './journal';
import { nouveauRelaisRoute, passagesDeRelaisRoute, relaisRoute } from './relais';
import { equipeRoute } from './titulaires';
import {
  avenantsRoute,
  bilansEnAttenteRoute,
  bilansRoute,
  calendrierRoute,
  finDeMesureRoute,
  maJourneeRoute,
  mesureRoute,
  mesuresRoute,
  projetRoute,
  rencontresDeMesureRoute,
} from './mesures';
import { echeancesDeMesureRoute, echeancesRoute } from './echeances';
import { facturesRoute, nouvelleFactureRoute, factureRoute, baremesRoute } from './facturation';
import { communesRoute, importCommunesRoute } from './territoires';
import { archivesRoute, beneficiaireRoute } from './beneficiaires';
import { cadreRoute, rootRoute } from './root';
import {
  simulateurAccueilRoute,
  simulateurEcheanceRoute,
  simulateurRoute,
  simulateurTarifRoute,
} from './simulateur';

export const routeTree = rootRoute.addChildren([
  connexionRoute,
  lienRoute,
  motDePasseOublieRoute,
  cadreRoute.addChildren([
    accueilRoute,
    aFaireRoute,
    demandesRoute,
    nouvelleDemandeRoute,
    demandeRoute,
    commissionsRoute,
    commissionRoute,
    decisionsRoute,
    attributionsRoute,
    attributionRoute,
    tourDeRoleRoute,
    tourDeRoleLotRoute,
    bonsDeCommandeRoute,
    bonDeCommandeRoute,
    premieresRencontresRoute,
    mesuresRoute,
    mesureRoute,
    rencontresDeMesureRoute,
    calendrierRoute,
    maJourneeRoute,
    projetRoute,
    bilansRoute,
    avenantsRoute,
    finDeMesureRoute,
    bilansEnAttenteRoute,
    accesDeMesureRoute,
    echeancesRoute,
    echeancesDeMesureRoute,
    actesRoute,
    accesRoute,
    sceauRoute,
    equipeRoute,
    passagesDeRelaisRoute,
    nouveauRelaisRoute,
    relaisRoute,
    archivesRoute,
    beneficiaireRoute,
    facturesRoute,
    nouvelleFactureRoute,
    factureRoute,
    baremesRoute,
    communesRoute,
    importCommunesRoute,
    monCompteRoute,
    comptesRoute,
    compteRoute,
    programmesRoute,
    quotasRoute,
    simulateurRoute.addChildren([simulateurAccueilRoute, simulateurEcheanceRoute, simulateurTarifRoute]),
  ]),
]);
