/** Passkeys, as browsers offer them. What goes in and comes out is JSON text: the API reads and writes the same. */

/** The browser has none, or the person closed its window. */
export class PasskeyError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PasskeyError';
  }
}

export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Asks for one of the passkeys that the person holds. */
export function answerWithPasskey(options: string): Promise<string> {
  return ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );
}

/** Makes a new one. */
export function createPasskey(options: string): Promise<string> {
  return ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
}

async function ask(question: () => Promise<Credential | null>): Promise<string> {
  if (!hasPasskeys()) throw new PasskeyError('Ce navigateur ne connaît pas les clés d’accès.');
  try {
    return JSON.stringify(await question());
  } catch (cause) {
    throw new PasskeyError('La clé d’accès n’a pas été présentée. Réessayez.', cause);
  }
}
