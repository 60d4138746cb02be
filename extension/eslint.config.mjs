import js from "@eslint/js";
import globals from "globals";

export default [
  {ignores: ["node_modules/", "target/"]},
  js.configs.recommended,
  {
    languageOptions: {ecmaVersion: 2023, sourceType: "module"},
    linterOptions: {reportUnusedDisableDirectives: "error"},
    rules: {
      "curly": "error",
      "eqeqeq": ["error", "always", {null: "ignore"}],
      "max-len": ["error", {code: 120}],
      "no-console": "off",
      "no-control-regex": "off",
      "no-unused-vars": ["error", {argsIgnorePattern: "^_"}],
      "no-var": "error",
      "prefer-const": "error",
      "quotes": ["error", "double", {avoidEscape: true}],
      "semi": ["error", "always"],
      "no-restricted-properties": ["error",
        {property: "innerHTML", message: "Mail and host text is set as text."},
        {property: "outerHTML", message: "Mail and host text is set as text."}],
    },
  },
  {files: ["src/**"], languageOptions: {globals: {...globals.browser, ...globals.webextensions}}},
  {files: ["src/compose/*.js", "src/message/*.js"], languageOptions: {sourceType: "script"}},
  {files: ["test/**", "tools/**", "pages/*.mjs", "*.mjs"], languageOptions: {globals: globals.node}},
  {files: ["pages/*.js", "pages/check.mjs"], languageOptions: {globals: globals.browser}},
];
