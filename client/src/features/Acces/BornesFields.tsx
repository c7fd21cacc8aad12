import { Textarea, type TextareaProps } from '@mantine/core';
import { DateField } from '@/components/ui/DateField';

/** Until when and from where a program may call. */
export function BornesFields({ fin, adresses }: { fin: object; adresses: TextareaProps }) {
  return (
    <>
      <DateField label="Dernier jour" description="Laissez vide s’il n’y en a pas." clearable {...fin} />
      <Textarea
        label="Réseaux d’où il appelle"
        description="Un par ligne, tel que 192.0.2.0/24. Laissez vide pour tous."
        autosize
        minRows={2}
        {...adresses}
      />
    </>
  );
}
