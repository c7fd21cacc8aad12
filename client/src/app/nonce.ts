declare global {
  // The name under which the libraries that write styles of their own look for it.
  var __webpack_nonce__: string | undefined;
}

/** The number that a style written by the page must carry, else the content policy refuses it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Tells it to the libraries that are not asked. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
