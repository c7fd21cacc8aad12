import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password, that may be looked at while it is typed. */
export function ChampMotDePasse(props: PasswordInputProps) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': 'Afficher ou masquer le mot de passe', tabIndex: 0 }}
      {...props}
    />
  );
}

export const REGLE_MOT_DE_PASSE =
  '12 caractères au moins avec majuscule, minuscule, chiffre et caractère spécial ; ou 14 avec majuscule, minuscule et chiffre ; ou une phrase de 7 mots. Ni votre nom, ni un mot de passe courant.';
