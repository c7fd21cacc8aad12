import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: { '/api': process.env.MASP_API ?? 'http://localhost:5080' },
  },
  build: {
    // The page is served under a policy that refuses `data:` sources: nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:5080' } },
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    // A developer's own zone must not decide whether a date is right.
    env: { TZ: 'Europe/Paris' },
    testTimeout: 40_000,
  },
});
