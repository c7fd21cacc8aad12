import { DateInput, type DateInputProps } from '@mantine/dates';

/** `12/03/2022`, `12.3.2022`, `12032022` or `2022-03-12` as `yyyy-MM-dd`; null when it is no day. Years have four digits. */
export function parseTypedDay(text: string): string | null {
  const typed = text.trim();
  const french =
    /^(?<day>\d{1,2})[/.\- ](?<month>\d{1,2})[/.\- ](?<year>\d{4})$/.exec(typed) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/.exec(typed);
  const parts = (french ?? /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(typed))?.groups;
  if (!parts) return null;
  const [day, month, year] = [Number(parts.day), Number(parts.month), Number(parts.year)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 0 ? date.toISOString().slice(0, 10) : null;
}

/** A day, typed or picked; its value is `yyyy-MM-dd` or null. */
export function DateField(props: Omit<DateInputProps, 'valueFormat' | 'dateParser'>) {
  return (
    <DateInput
      valueFormat="DD/MM/YYYY"
      placeholder="jj/mm/aaaa"
      dateParser={parseTypedDay}
      clearable={!props.required}
      // The calendar opens as soon as the field is led to: it must not hide why the field was refused.
      popoverProps={{ position: props.error ? 'top-start' : 'bottom-start' }}
      {...props}
    />
  );
}
