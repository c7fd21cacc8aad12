import { NumberInput, type NumberInputProps } from '@mantine/core';

/** An amount in euros, at most two decimals, typed with a comma or a dot. */
export function MoneyField(props: NumberInputProps) {
  return (
    <NumberInput
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator={'\u202f'}
      suffix={'\u202f€'}
      hideControls
      {...props}
    />
  );
}
