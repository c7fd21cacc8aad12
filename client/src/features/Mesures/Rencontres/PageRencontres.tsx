import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useMesure, type Mesure } from '../mesures';
import { AnnulerDialog } from './AnnulerDialog';
import { CompteEnCours } from './CompteEnCours';
import { FenetresTable } from './FenetresTable';
import { OngletsMesure } from './OngletsMesure';
import { RencontreDialog } from './RencontreDialog';
import { RencontresTable } from './RencontresTable';
import { useCompte, useRencontresDeMesure, type Rencontre } from './rencontres';
import type { Sujet } from './saisie';

const route = getRouteApi('/cadre/mesures/$mesureId/rencontres');

/** The meetings of one measure against the minimum, and each of them (R18). */
export function PageRencontres() {
  const { mesureId } = route.useParams();
  return <Loaded query={useMesure(mesureId)}>{(mesure) => <Rencontres mesure={mesure} />}</Loaded>;
}

function Rencontres({ mesure }: { mesure: Mesure }) {
  const [sujet, setSujet] = useState<Sujet | null>(null);
  const [annulee, setAnnulee] = useState<Rencontre | null>(null);
  const writes = useMay()('enregistrerRencontre') && !mesure.lectureJusqua;
  const compte = useCompte(mesure.id);
  const list = useRencontresDeMesure(mesure.id);
  const open = (acte: Sujet['acte'], rencontre?: Rencontre) =>
    setSujet({ mesureId: mesure.id, numero: mesure.numero, acte, rencontre });
  return (
    <Page
      title={`Rencontres · ${mesure.numero}`}
      lead={`${mesure.beneficiaire.prenom} ${mesure.beneficiaire.nom} · ${mesure.commune.nom}`}
      actions={
        writes
          ? [
              { label: 'Noter une rencontre', onClick: () => open('noter') },
              { label: 'Prévoir une rencontre', onClick: () => open('prevoir') },
            ]
          : []
      }
    >
      <OngletsMesure mesureId={mesure.id} />
      <CompteEnCours mesureId={mesure.id} />
      <Section title="Rencontres, une à une">
        <RencontresTable
          list={list}
          actions={
            writes
              ? (rencontre) => (
                  <Group gap="xs" wrap="nowrap">
                    {rencontre.etat === 'prevue' && (
                      <Button size="compact-sm" onClick={() => open('constater', rencontre)}>
                        Constater
                      </Button>
                    )}
                    {rencontre.etat !== 'annulee' && (
                      <>
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => open('corriger', rencontre)}
                        >
                          Corriger
                        </Button>
                        <Button size="compact-sm" variant="default" onClick={() => setAnnulee(rencontre)}>
                          Annuler
                        </Button>
                      </>
                    )}
                  </Group>
                )
              : undefined
          }
        />
      </Section>
      <Loaded query={compte}>{({ fenetres }) => <FenetresTable fenetres={fenetres} />}</Loaded>
      {sujet && <RencontreDialog sujet={sujet} onClose={() => setSujet(null)} />}
      {annulee && <AnnulerDialog rencontre={annulee} onClose={() => setAnnulee(null)} />}
    </Page>
  );
}
