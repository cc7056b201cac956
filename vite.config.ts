import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page, for the window and for the web host. Nothing inline: both serve it under a strict content policy. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome126",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
});
