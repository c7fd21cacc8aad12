import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';

export type Charge = components['schemas']['Charge'];
export type ChargeIntervenant = components['schemas']['ChargeIntervenant'];
export type SansIntervenant = components['schemas']['SansIntervenant'];

export const diplomes: Record<ChargeIntervenant['diplome'], string> = {
  assistantDeServiceSocial: 'assistant de service social',
  conseillerEsf: 'conseiller en ESF',
  educateur: 'éducateur',
};

/** The board of a team: the caller's own, or the one that the SAFPM chose; nothing is asked before the choice. */
export function useCharge(titulaireId: string | undefined) {
  return useQuery({
    queryKey: ['charge', titulaireId],
    queryFn: () => read(api.GET('/api/v1/charge', { params: { query: { titulaireId } } })),
    enabled: titulaireId !== undefined,
  });
}

type Affectation = { type: string; id: string; intervenantId: string };

/** Gives a measure or an order to a worker, from today on. */
export function affecter({ type, id, intervenantId }: Affectation): Promise<unknown> {
  const path = { id };
  return type === 'mesure'
    ? read(api.POST('/api/v1/mesures/{id}/suivi', { params: { path }, body: { intervenantId } }))
    : read(
        api.POST('/api/v1/bons-de-commande/{id}/intervenant', { params: { path }, body: { intervenantId } }),
      );
}
