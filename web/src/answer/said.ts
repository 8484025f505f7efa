// What the program says on standard error: the first error and its help; remarks before it are passed over.

export interface Problem { message: string; help: string }

export function problemOf(stderr: string, otherwise = "the program gave no answer"): Problem {
  const blocks = stderr.trim().split(/\n(?=(?:error|warning)\b)/);
  const block = blocks.find((one) => one.startsWith("error")) ?? blocks[0] ?? "";
  return {
    message: /^(?:(?:error|warning)(?:\[\w+\])?: )?(.*)/.exec(block)?.[1] || otherwise,
    help: /^\s*=?\s*help: (.*)$/m.exec(block)?.[1] ?? "",
  };
}
