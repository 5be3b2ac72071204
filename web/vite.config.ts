import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.ALICERCE_URL ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  // The server puts a fresh nonce in its place for every request.
  html: { cspNonce: '{{nonce}}' },
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false, manifest: true, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: false,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
