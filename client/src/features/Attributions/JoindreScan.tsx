import { Button, FileButton } from '@mantine/core';
import { api, read } from '@/api/http';
import { Erreur } from '@/components/ui/Erreur';
import { useAct } from '@/components/ui/useAct';
import { preparationKeys, type Preparation } from './preparation';

/** Attaches the signed contract as it was scanned (R14); what the file really is, the API says. */
export function JoindreScan({ bonId }: { bonId: string }) {
  const act = useAct<File, Preparation>({
    run: async (file) =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/preparation/scan', {
          params: { path: { id: bonId } },
          body: { nom: file.name, contenu: toBase64(await file.arrayBuffer()) },
        }),
      ),
    done: 'Contrat signé joint.',
    refreshes: preparationKeys,
  });
  return (
    <>
      <FileButton
        accept="application/pdf,image/png,image/jpeg"
        onChange={(file) => {
          if (file) act.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} size="xs" variant="default" loading={act.isPending}>
            Joindre le contrat signé
          </Button>
        )}
      </FileButton>
      <Erreur error={act.error} />
    </>
  );
}

function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768) {
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  }
  return btoa(text);
}
