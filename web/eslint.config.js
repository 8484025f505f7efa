// What the compiler does not see: promises nobody waits for, values of any type, words made of objects.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "e2e", "*.config.*"] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  { files: ["tests/**"], rules: { "@typescript-eslint/unbound-method": "off" } }, // what a browser has and jsdom lacks is put there
);
