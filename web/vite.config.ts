import { defineConfig } from "vite";

// The page is embedded in the binary: few files, fixed names, nothing inlined (the content security policy forbids
// inline scripts and styles), nothing from elsewhere.
export default defineConfig({
  base: "/",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      output: {
        entryFileNames: "assets/studio.js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
        manualChunks: (id) => (/@codemirror|@lezer|style-mod|w3c-keyname|crelt|find-cluster/.test(id) ? "editor" : undefined),
      },
    },
  },
  worker: { format: "es", rollupOptions: { output: { entryFileNames: "assets/[name].js" } } },
  server: { port: 5199, proxy: { "/api": "http://127.0.0.1:5200" } },
});
