/** What an address says after its `?`: plain strings, so that `?lot=1` stays readable and mailable. */
export type Address = Record<string, string | undefined>;

export function parseAddress(search: string): Address {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Keeps the named parameters and drops the rest; the type of a route's search. */
export function keepParams<const Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [key in Name]?: string } => {
    const kept: { [key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') kept[name] = value;
    }
    return kept;
  };
}

/** A list's search: its filters, `tri` and the Lot in view. */
export function listParams<const Name extends string>(...filters: readonly Name[]) {
  return keepParams<Name | 'lot' | 'tri'>('lot', 'tri', ...filters);
}

/** An address inside this application, else the home page: a mailed link cannot lead elsewhere. */
export function safeReturn(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) && !address.startsWith('/connexion') ? address : '/a-faire';
}
