// The words of the language, coloured by CodeMirror line by line, without a grammar: the program itself
// reports what is wrong.

import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StreamParser } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const STATEMENTS = ["conflict", "about", "party", "parties", "option", "never", "always", "define", "status", "prefer", "rank", "weigh", "move", "source", "because", "expect", "state", "states", "view"];
export const OPERATORS = ["not", "and", "or", "xor", "implies", "iff", "if", "exactly", "at", "least", "most", "any", "all", "none", "of"];
export const MODIFIERS = ["irrevocable", "unresumable", "quo", "each", "self", "is", "stable", "equilibrium", "under", "for", "true", "false"];
/** Words of the language in their place, names elsewhere: before a condition, or at the beginning of a line. */
const MARK = /^(strongly|perhaps)(?=\s+(?!(?:and|or|xor|iff|implies|if|of|because)\b)[\p{XIDS}_(])/u;
const ATTITUDE = /^(for|against|neutral)(?=\s+[\p{XIDS}_])/u;
const DOUBT = /^unsure(?=\s+[\p{XIDS}_]\p{XIDC}*(\s+[^\s?]+\s*\?|\s*$))/u;
const HOLDS = /^attitude(?=\s+(each\s+)?[\p{XIDS}_]\p{XIDC}*(\s+(for|against|neutral)\b|\s*$))/u;
const UNSEEN = /^(unaware|blind)(?=\s+(?!(?:and|or|xor|iff|implies|if|of|because)\b)[\p{XIDS}\d_(])/u;
const statements = new Set(STATEMENTS);
const operators = new Set(OPERATORS);
const modifiers = new Set(MODIFIERS);

interface Position { begin: boolean; declares: boolean; attitude: boolean }

const parser: StreamParser<Position> = {
  name: "conflict",
  startState: () => ({ begin: true, declares: false, attitude: false }),
  token(stream, state) {
    if (stream.sol()) state.begin = true;
    if (stream.eatSpace()) return null;
    const begin = state.begin;
    state.begin = false;
    if (begin && (stream.match(DOUBT) || stream.match(HOLDS) || stream.match(UNSEEN))) {
      state.attitude = stream.current() === "attitude";
      return "keyword";
    }
    if (begin && stream.match(MARK)) return "modifier";
    if (state.attitude && stream.match(ATTITUDE)) return "modifier";
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^"(?:\\.|[^"\\])*"?/)) return "string";
    if (stream.match(/^-?\d+(\.\d+)?\b/)) return "number";
    if (stream.match(/^(<->|->|>>|[>~|=(),.*?-])/)) return "operator";
    const word = stream.match(/^[\p{XIDS}_]\p{XIDC}*/u) as RegExpMatchArray | null;
    if (!word) {
      stream.next();
      return null;
    }
    if (state.declares) {
      state.declares = false;
      return "definition";
    }
    if (begin && statements.has(word[0])) {
      state.attitude = false;
      state.declares = ["party", "parties", "option", "define", "source", "state"].includes(word[0]);
      return "keyword";
    }
    if (word[0] === "because") return "keyword";
    if (operators.has(word[0])) return "logic";
    if (modifiers.has(word[0])) return "modifier";
    return "name";
  },
  tokenTable: { definition: tags.definition(tags.variableName), logic: tags.operatorKeyword, modifier: tags.modifier, name: tags.variableName },
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", '"'] }, wordChars: "_" },
};

const style = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: tags.definition(tags.variableName), color: "var(--code-definition)", fontWeight: "600" },
  { tag: tags.operatorKeyword, color: "var(--code-logic)" },
  { tag: tags.modifier, color: "var(--code-logic)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: tags.operator, color: "var(--code-comment)" },
]);

export const conflictLanguage = [StreamLanguage.define(parser), syntaxHighlighting(style)];
