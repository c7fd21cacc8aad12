import { useSearch } from '@tanstack/react-router';
import { useSession } from '@/api/session';

/** The département, and the Lot that every list is narrowed to (`lot` in the address). */
export function LotInView() {
  const { departement } = useSession();
  const { lot } = useSearch({ strict: false });
  return (
    <span>
      {departement.nom} ({departement.code}) · {lot ? `Lot ${lot}` : 'tous les lots'}
    </span>
  );
}
