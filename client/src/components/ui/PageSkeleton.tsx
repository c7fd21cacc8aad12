import { Skeleton, Stack } from '@mantine/core';

/** The outline of a page while it loads. */
export function PageSkeleton({ lines = 8 }: { lines?: number }) {
  return (
    <div role="status" aria-label="Chargement">
      <Stack gap="sm">
        <Skeleton height={30} width="16rem" maw="100%" />
        {Array.from({ length: lines }, (_, index) => (
          <Skeleton key={index} height={22} />
        ))}
      </Stack>
    </div>
  );
}
