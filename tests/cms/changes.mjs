// Changes every field of the real files by the form editor's own scripts, one at a time, and tells what became of the text.
//
//   node changes.mjs FOLDER LIBRARY   FOLDER holds edits.js, form.js, yaml/ and formular.json

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, library] = process.argv.slice(2);
const { read, shown } = await import(pathToFileURL(join(folder, "form.js")));
const { edited } = await import(pathToFileURL(join(folder, "edits.js")));
const { fields, config } = JSON.parse(readFileSync(join(folder, "formular.json"), "utf8"));
const EVERY = 11;

/** Every value of a form with its field and the way to it. */
function* values(form, held, path = []) {
  for (const field of held) {
    const value = form[field.name];
    if (value === undefined) continue;
    const here = [...path, field.name];
    if (Array.isArray(value) && field.fields) for (const [index, item] of value.entries()) yield* values(item, field.fields, [...here, index]);
    if (!Array.isArray(value) && typeof value === "object") yield* values(value, field.fields, here);
    else yield [here, field, value];
  }
}

function changed(form, path, value) {
  const copy = structuredClone(form);
  const around = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
  if (value === undefined) delete around[path.at(-1)];
  else around[path.at(-1)] = value;
  return copy;
}

function* changes(field, value) {
  if (Array.isArray(value)) {
    if (value.length > 1) yield ["reversed", [...value].reverse()];
    if (value.length > 1) yield ["last item removed", value.slice(0, -1)];
    if (value.length > 1) yield ["first item removed", value.slice(1)];
    if (!field.fields) yield ["word added", [...value, field.options ? "andet" : "Nyt: #1, x"]];
  } else if (field.options) {
    yield ["chosen", field.options.map((option) => option.value ?? option).find((option) => option !== value)];
  } else {
    yield ["said", value.includes("⟦") ? `Nyt: #1, "x".\n\n${value}` : `${value} Nyt: #1, "x".`];
    if (field.prose && !value.includes("⟦")) yield ["paragraph", `${value}\n\nNyt afsnit:\n\n- punkt\n- punkt`];
    if (!field.required) yield ["cleared", undefined];
  }
}

/** The lines that differ, first and last the same ones left out. */
function difference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first += 1;
  let last = 0;
  while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  return { removed: old.length - first - last, added: now.length - first - last };
}

const told = [];
let number = 0;
for (const file of config.collections.flatMap((collection) => collection.files)) {
  const source = readFileSync(join(library, "..", file.file), "utf8");
  const held = fields[file.kind];
  const form = shown(read(source).contents, held);
  told.push({ file: file.file, change: "nothing", same: edited(source, form, held) === source });
  for (const [path, field, value] of values(form, held)) {
    for (const [change, now] of changes(field, value)) {
      number += 1;
      if (number % EVERY) continue;
      const at = { file: file.file, path: path.join("."), change, lines: typeof value === "string" ? value.split("\n").length : 0 };
      try {
        const text = edited(source, changed(form, path, now), held);
        told.push({ ...at, same: text === source, ...difference(source, text), text });
      } catch (error) {
        told.push({ ...at, error: `${error.message} ${error.stack}` });
      }
    }
  }
}
process.stdout.write(JSON.stringify(told));
