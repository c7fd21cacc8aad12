import { TextInput, type TextInputProps } from '@mantine/core';
import { QrCode } from '@/components/ui/QrCode';
import styles from './connexion.module.css';

type Props = { totp: { cle: string; uri: string }; code: TextInputProps };

/** A key to read into an authenticator, and its first code. */
export function EnregistrerTotp({ totp, code }: Props) {
  return (
    <>
      <p>
        Photographiez ce dessin avec une application de codes (FreeOTP, Aegis, Google Authenticator…), puis
        saisissez le code qu’elle montre.
      </p>
      <QrCode text={totp.uri} label="Clé à enregistrer dans l’application de codes" />
      <p>
        Ou saisissez cette clé : <code className={styles.key}>{totp.cle.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextInput
        label="Code à six chiffres"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        {...code}
      />
    </>
  );
}
