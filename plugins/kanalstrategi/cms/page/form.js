// A strategy's file as the form shows it, and the form as the file will hold it.
//
// The form knows text, lists and groups. What it cannot show (tables and figures inside a text) stands in the
// text as a line in double brackets and stays in the file as it was. Every value is text, as our reader has it.

import { isMap, isScalar, isSeq, parseDocument } from "./yaml/index.js";

export const SOURCE = "\0source";
export const ITEM = "\0item";
const MARK = /^⟦.*⟧$/;

export function read(source) {
  return parseDocument(source, { schema: "failsafe", keepSourceTokens: true });
}

/** The values of a file's node that the fields can show. */
export function shown(node, fields) {
  const values = {};
  if (!isMap(node)) return values;
  for (const field of fields) {
    const value = node.get(field.name, true);
    const shape = value === undefined ? undefined : shownValue(value, field);
    if (shape !== undefined) values[field.name] = shape;
  }
  return values;
}

function shownValue(node, field) {
  if (field.prose) return prose(node);
  if (field.widget === "list" || field.multiple) return isSeq(node) ? node.items.map((item, index) => shownItem(item, index, field)) : undefined;
  if (field.widget === "object") return shown(node, field.fields);
  if (!isScalar(node)) return undefined;
  const text = String(node.value ?? "").trim();
  return field.folded ? text.toLowerCase() : text || undefined;
}

function shownItem(node, index, field) {
  if (!field.fields) return isScalar(node) ? String(node.value).trim() : "";
  const values = field.text_key && isScalar(node) ? { [field.text_key]: String(node.value).trim() } : shown(node, field.fields);
  return { ...values, [ITEM]: String(index) };
}

function prose(node) {
  if (isScalar(node)) return String(node.value ?? "").trim() || undefined;
  if (!isSeq(node)) return undefined;
  return node.items.map((item) => (isScalar(item) ? String(item.value).trim() : mark(item))).join("\n\n");
}

function mark(item) {
  const [kind] = item.items;
  const id = isMap(kind.value) ? kind.value.get("id") : undefined;
  return `⟦${kind.key.value}${id ? ` ${id}` : ""}⟧`;
}

/** A text of the form as the pieces that a file holds: prose, and the marks of what else stands in it. */
export function pieces(text) {
  const found = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const last = found.at(-1);
    if (MARK.test(paragraph.trim())) found.push({ mark: paragraph.trim() });
    else if (last && "prose" in last) last.prose += `\n\n${paragraph}`;
    else found.push({ prose: paragraph });
  }
  return found;
}

export function markOf(item) {
  return isScalar(item) ? undefined : mark(item);
}

/** The form without what is empty: an author who clears a field means that it is not there. */
export function filled(values, fields) {
  const kept = {};
  for (const field of fields) {
    const value = filledValue(values?.[field.name], field);
    if (value !== undefined) kept[field.name] = value;
  }
  if (values?.[ITEM] !== undefined) kept[ITEM] = values[ITEM];
  return kept;
}

function filledValue(value, field) {
  if (value === undefined || value === null || value === "") return undefined;
  if (field.widget === "list" || field.multiple) {
    const items = value.map((item) => (field.fields ? filled(item, field.fields) : String(item).trim()));
    const written = items.filter((item) => (typeof item === "string" ? item : Object.keys(item).length > 0));
    return written.length ? written : undefined;
  }
  if (field.widget === "object") {
    const group = filled(value, field.fields);
    return Object.keys(group).length ? group : undefined;
  }
  return String(value).replaceAll("\r\n", "\n").trim() || undefined;
}
