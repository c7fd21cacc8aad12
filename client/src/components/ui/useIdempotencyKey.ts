import { useState } from 'react';

/**
 * One key for one creation: sent again with the same form, it creates nothing twice.
 * `renew` after a success, or when what is sent changes.
 */
export function useIdempotencyKey(): [key: string, renew: () => void] {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return [key, () => setKey(crypto.randomUUID())];
}
