/** Stands in for the types generated from openapi.yaml: the session and the two calculators only. */
type Json<T> = { content: { 'application/json': T } };
type Refused = { content: { 'application/problem+json': unknown } };
type NoParameters = { query?: never; header?: never; path?: never; cookie?: never };

export interface components {
  schemas: {
    Session: {
      utilisateur: {
        id: string;
        identifiant: string;
        nom: string;
        role: string;
        titulaire?: { id: string; nom: string } | null;
        serviceReferent?: { id: string; nom: string } | null;
      };
      departement: { code: string; nom: string };
      demonstration: boolean;
      aujourdhui: string;
      actes: string[];
      jetonAntiforgery: string;
    };
    CalculEcheance: { dateBrute: string; date: string; explication: string[] };
    CalculTarif: {
      mois: {
        numero: number;
        debut: string;
        fin: string;
        type: 'SGU' | 'AGU' | 'SGR' | 'AGR';
        du: boolean;
        prixUnitaire: number;
        montant: number;
        motif: string;
        trimestre: string;
      }[];
      lignes: { type: string; quantite: number; prixUnitaire: number; montant: number }[];
      total: number;
    };
  };
}

export interface paths {
  '/api/v1/session': {
    get: { parameters: NoParameters; responses: { 200: Json<components['schemas']['Session']>; 401: Refused } };
    post: {
      parameters: NoParameters;
      requestBody: Json<{ identifiant: string; motDePasse: string }>;
      responses: { 200: Json<components['schemas']['Session']>; 401: Refused };
    };
    delete: { parameters: NoParameters; responses: { 204: { content?: never } } };
  };
  '/api/v1/calculs/echeance': {
    post: {
      parameters: NoParameters;
      requestBody: Json<{
        evenement: string;
        jours: number;
        sens: 'apres' | 'avant';
        mode?: 'franc' | 'cpc642';
        calendrier?: 'metropole' | 'alsaceMoselle';
      }>;
      responses: { 200: Json<components['schemas']['CalculEcheance']>; 400: Refused };
    };
  };
  '/api/v1/calculs/tarif': {
    post: {
      parameters: NoParameters;
      requestBody: Json<{
        debut: string;
        finPrevue: string;
        finReelle?: string | null;
        avecGestion: boolean;
        zone?: 'urbaine' | 'rurale' | null;
        communeInsee?: string | null;
        suspensions?: { debut: string; fin: string }[];
        changements?: { date: string; avecGestion?: boolean | null; zone?: 'urbaine' | 'rurale' | null }[];
        mode?: string | null;
        dateGel?: string | null;
      }>;
      responses: { 200: Json<components['schemas']['CalculTarif']>; 400: Refused };
    };
  };
}
